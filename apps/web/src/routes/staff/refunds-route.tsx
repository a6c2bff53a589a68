import type { BulkRefundFilter } from "@sightline/contract/refunds";
import { PageShell } from "@sightline/ui/page-shell";
import { Section } from "@sightline/ui/section";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RefundPairs } from "../../features/give-refunds/refund-pairs";
import { RefundPart } from "../../features/give-refunds/refund-part";
import { RefundSet } from "../../features/give-refunds/refund-set";
import { RefundSetForm } from "../../features/give-refunds/refund-set-form";
import { WaitingRefunds } from "../../features/give-refunds/waiting-refunds";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";
import { addText } from "../../lib/text";
import { refundsText } from "../../text/refunds";

addText("refunds", refundsText);

export function RefundsRoute() {
  const { t } = useTranslation("refunds");
  const { role } = useMe();
  const [filter, setFilter] = useState<BulkRefundFilter | null>(null);
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <Section title={t("give")} lead={role === "admin" ? t("giveLead") : t("onlyAdmins")}>
        {role === "admin" && <RefundSetForm onLook={setFilter} />}
        {filter && <RefundSet key={JSON.stringify(filter)} filter={filter} />}
      </Section>
      {role === "admin" && <RefundPart />}
      {role === "admin" && <WaitingRefunds />}
      <RefundPairs />
    </PageShell>
  );
}

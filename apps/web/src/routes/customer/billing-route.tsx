import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { AddFunds } from "../../features/add-funds/add-funds";
import { BRAND } from "../../lib/brand";

export function BillingRoute() {
  const { t } = useTranslation("billing");
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <AddFunds />
    </PageShell>
  );
}

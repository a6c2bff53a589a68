import { PageShell } from "@sightline/ui/page-shell";
import { Section } from "@sightline/ui/section";
import { useTranslation } from "react-i18next";
import { SeeEarnings } from "../../features/see-earnings/see-earnings";
import { ShowStatement } from "../../features/show-statement/show-statement";
import { BRAND } from "../../lib/brand";

export function EarningsRoute() {
  const { t } = useTranslation("money");
  return (
    <PageShell title={t("earnings.title")} lead={t("earnings.lead")} brand={BRAND}>
      <SeeEarnings />
      <Section title={t("statement.title")} lead={t("statement.lead")}>
        <ShowStatement />
      </Section>
    </PageShell>
  );
}

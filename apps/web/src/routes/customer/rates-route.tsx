import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { LimitRates } from "../../features/limit-rates/limit-rates";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { moneyText } from "../../text/money";

addText("money", moneyText);

export function RatesRoute() {
  const { t } = useTranslation("money");
  return (
    <PageShell title={t("rates.title")} lead={t("rates.lead")} brand={BRAND}>
      <LimitRates />
    </PageShell>
  );
}

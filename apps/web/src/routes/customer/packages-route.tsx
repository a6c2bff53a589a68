import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { SeePackages } from "../../features/buy-package/see-packages";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { moneyText } from "../../text/money";

addText("money", moneyText);

export function PackagesRoute() {
  const { t } = useTranslation("money");
  return (
    <PageShell title={t("packages.title")} lead={t("packages.lead")} brand={BRAND}>
      <SeePackages />
    </PageShell>
  );
}

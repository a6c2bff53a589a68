import { Notice } from "@sightline/ui/notice";
import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { EditPrices } from "../../features/edit-prices/edit-prices";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";

export function PricesRoute() {
  const { t } = useTranslation("staff");
  const isAdmin = useMe().role === "admin";
  return (
    <PageShell title={t("prices.title")} lead={t("prices.lead")} brand={BRAND}>
      {isAdmin ? <EditPrices /> : <Notice tone="info">{t("prices.adminOnly")}</Notice>}
    </PageShell>
  );
}

import { Notice } from "@sightline/ui/notice";
import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { PayWorkers } from "../../features/pay-workers/pay-workers";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";

export function StaffPayoutsRoute() {
  const { t } = useTranslation("payouts");
  const isAdmin = useMe().role === "admin";
  return (
    <PageShell title={t("title")} lead={t("staff.lead")} brand={BRAND}>
      {isAdmin ? <PayWorkers /> : <Notice tone="info">{t("staff.adminOnly")}</Notice>}
    </PageShell>
  );
}

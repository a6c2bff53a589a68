import { Notice } from "@sightline/ui/notice";
import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { DecideDeposits } from "../../features/decide-deposits/decide-deposits";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";

export function DepositsRoute() {
  const { t } = useTranslation("billing");
  const isAdmin = useMe().role === "admin";
  return (
    <PageShell title={t("staff.title")} lead={t("staff.lead")} brand={BRAND}>
      {isAdmin ? <DecideDeposits /> : <Notice tone="info">{t("staff.adminOnly")}</Notice>}
    </PageShell>
  );
}

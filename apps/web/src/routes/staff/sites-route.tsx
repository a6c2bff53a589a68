import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { CloseOptOuts } from "../../features/decide-sites/close-opt-outs";
import { DecideSites } from "../../features/decide-sites/decide-sites";
import { SwitchHosts } from "../../features/decide-sites/switch-hosts";
import { BRAND } from "../../lib/brand";

export function StaffSitesRoute() {
  const { t } = useTranslation("staffSites");
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <DecideSites />
      <CloseOptOuts />
      <SwitchHosts />
    </PageShell>
  );
}

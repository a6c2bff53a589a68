import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { ManagePasskeys } from "../../features/manage-passkeys/manage-passkeys";
import { ManageSessions } from "../../features/manage-sessions/manage-sessions";
import { TwoFactor } from "../../features/two-factor/two-factor";
import { BRAND } from "../../lib/brand";

export function StaffSettingsRoute() {
  const { t } = useTranslation("staff");
  return (
    <PageShell title={t("settings.title")} brand={BRAND}>
      <TwoFactor />
      <ManagePasskeys />
      <ManageSessions />
    </PageShell>
  );
}

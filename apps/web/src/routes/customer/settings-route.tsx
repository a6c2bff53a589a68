import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { AllowAddresses } from "../../features/allow-addresses/allow-addresses";
import { ManageSessions } from "../../features/manage-sessions/manage-sessions";
import { TwoFactor } from "../../features/two-factor/two-factor";
import { BRAND } from "../../lib/brand";

export function SettingsRoute() {
  const { t } = useTranslation("customer");
  return (
    <PageShell title={t("settings.title")} brand={BRAND}>
      <div className="flex flex-col gap-10">
        <AllowAddresses />
        <TwoFactor />
        <ManageSessions />
      </div>
    </PageShell>
  );
}

import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { ChooseMail } from "../../features/choose-mail/choose-mail";
import { DeleteAccount } from "../../features/delete-account/delete-account";
import { ExportData } from "../../features/export-data/export-data";
import { ManagePasskeys } from "../../features/manage-passkeys/manage-passkeys";
import { ManageSessions } from "../../features/manage-sessions/manage-sessions";
import { MeasureScore } from "../../features/measure-score/measure-score";
import { SaveData } from "../../features/save-data/save-data";
import { TwoFactor } from "../../features/two-factor/two-factor";
import { BRAND } from "../../lib/brand";

/** `/work/settings` */
export function WorkerSettingsRoute() {
  const { t } = useTranslation("worker");
  return (
    <PageShell title={t("settings.title")} brand={BRAND}>
      <SaveData />
      <MeasureScore />
      <TwoFactor />
      <ManagePasskeys />
      <ChooseMail />
      <ManageSessions />
      <ExportData />
      <DeleteAccount />
    </PageShell>
  );
}

import { Notice } from "@sightline/ui/notice";
import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { AllowAddresses } from "../../features/allow-addresses/allow-addresses";
import { ChooseCrowd } from "../../features/choose-crowd/choose-crowd";
import { ChooseMail } from "../../features/choose-mail/choose-mail";
import { DeleteAccount } from "../../features/delete-account/delete-account";
import { ExportData } from "../../features/export-data/export-data";
import { KeepPictures } from "../../features/keep-pictures/keep-pictures";
import { KeepRequests } from "../../features/keep-requests/keep-requests";
import { ManagePasskeys } from "../../features/manage-passkeys/manage-passkeys";
import { ManageSessions } from "../../features/manage-sessions/manage-sessions";
import { TwoFactor } from "../../features/two-factor/two-factor";
import { BRAND } from "../../lib/brand";
import { useTeamMay } from "../../lib/team";
import { addText } from "../../lib/text";
import { crowdText } from "../../text/crowd";

addText("crowd", crowdText);

export function SettingsRoute() {
  const { t } = useTranslation("customer");
  const isOwner = useTeamMay("settings");
  return (
    <PageShell title={t("settings.title")} brand={BRAND}>
      <div className="flex flex-col gap-10">
        {!isOwner && <Notice tone="info">{t("settings.onlyOwn")}</Notice>}
        {isOwner && <AllowAddresses />}
        <TwoFactor />
        <ManagePasskeys />
        {isOwner && <ChooseCrowd />}
        {isOwner && <KeepPictures />}
        {isOwner && <KeepRequests />}
        {isOwner && <ChooseMail />}
        <ManageSessions />
        {isOwner && <ExportData />}
        {isOwner && <DeleteAccount />}
      </div>
    </PageShell>
  );
}

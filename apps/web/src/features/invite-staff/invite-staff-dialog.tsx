import { Button } from "@sightline/ui/button";
import { CopyButton } from "@sightline/ui/copy-button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { formatExact } from "@sightline/ui/relative-time";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { InviteStaffForm } from "./invite-staff-form";
import { inviteMutation } from "./queries";

/** Makes a one-time link for a new colleague and shows it, this once. */
export function InviteStaffDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("staff");
  const invite = useMutation(inviteMutation());
  const { data: invitation, variables: invited } = invite;
  return (
    <Dialog
      title={invitation ? t("invite.linkTitle") : t("invite.title")}
      isOpen
      onClose={onClose}
      dismissable={!invitation && !invite.isPending}
    >
      {invitation ? (
        <div className="flex flex-col gap-4">
          <p>{t("invite.linkHelp", { email: invited?.email ?? "" })}</p>
          <code className="rounded-10 border border-line bg-hover p-3 font-mono text-13 break-all select-all">
            {invitation.link}
          </code>
          <p className="text-text-quiet">
            {t("invite.expires")} {formatExact(invitation.expiresAtMs)}
          </p>
          <Actions>
            <CopyButton text={invitation.link} label={t("invite.copy")} showLabel />
            <Button tone="primary" onPress={onClose}>
              {t("invite.done")}
            </Button>
          </Actions>
        </div>
      ) : (
        <InviteStaffForm
          pending={invite.isPending}
          error={invite.error}
          onSend={(input) => invite.mutate(input)}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}

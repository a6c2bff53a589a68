import { type InviteMemberReply, inviteMemberSchema, TEAM_MAX } from "@sightline/contract/team";
import type { TeamRole } from "@sightline/contract/team-areas";
import { Button } from "@sightline/ui/button";
import { CodeBlock } from "@sightline/ui/code-block";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { inviteMutation } from "./queries";
import { RoleField } from "./role-field";

const HOUR_SECONDS = 3_600;

export interface InviteDialogProps {
  /** What stands in the form at first. */
  email: string;
  role: TeamRole;
  onClose: () => void;
}

export function InviteDialog({ email, role: initialRole, onClose }: InviteDialogProps) {
  const { t } = useTranslation("team");
  const toast = useToast();
  const invite = useMutation(inviteMutation());
  const form = useForm(inviteMemberSchema, { email, role: initialRole }, (output) =>
    invite.mutate(output, {
      onSuccess: (reply) => {
        if (reply.outcome !== "invited" || reply.link !== null) return;
        toast({ tone: "good", text: t("invited", { email: output.email }) });
        onClose();
      },
    }),
  );
  const role = form.field("role");
  const link = invite.data?.outcome === "invited" ? invite.data.link : null;
  return (
    <Dialog
      title={t("inviteDialog")}
      isOpen
      onClose={onClose}
      dismissable={link === null && !invite.isPending}
    >
      {link !== null ? (
        <div className="flex flex-col gap-4">
          <Notice tone="wait">{t("linkOnce", { email: form.values.email })}</Notice>
          <CodeBlock code={link} label={t("link")} copyLabel={t("copyLink")} />
          <Actions>
            <Button tone="primary" onPress={onClose}>
              {t("done")}
            </Button>
          </Actions>
        </div>
      ) : (
        <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
          <TextField
            {...form.field("email")}
            label={t("email")}
            help={t("emailHelp")}
            type="email"
            autoComplete="off"
            autoFocus
          />
          <RoleField value={role.value} onChange={role.onChange} />
          {invite.data && !invite.isPending && <Refused reply={invite.data} />}
          <SendError title={t("inviteFailed")} error={invite.error} />
          <Actions>
            <Button onPress={onClose}>{t("cancel")}</Button>
            <Button type="submit" tone="primary" isPending={invite.isPending}>
              {t("send")}
            </Button>
          </Actions>
        </form>
      )}
    </Dialog>
  );
}

function Refused({ reply }: { reply: InviteMemberReply }) {
  const { t } = useTranslation("team");
  if (reply.outcome === "invited") return null;
  return (
    <Notice tone="wait" urgent>
      {reply.outcome === "full"
        ? t("full", { count: TEAM_MAX })
        : t("tooManyInvitations", { count: Math.ceil(reply.retryAfterSeconds / HOUR_SECONDS) })}
    </Notice>
  );
}

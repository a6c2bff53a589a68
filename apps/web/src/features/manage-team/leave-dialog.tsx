import { leaveTeamSchema } from "@sightline/contract/team";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useMe } from "../../lib/me";
import { useForm } from "../../lib/use-form";
import { leaveTeamMutation } from "./queries";

/** What goes, and the password again; afterwards nobody is logged in here. */
export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("team");
  const { email } = useMe();
  const leave = useMutation(leaveTeamMutation());
  const form = useForm(leaveTeamSchema, { password: "" }, (output) =>
    leave.mutate(output, {
      onSuccess: ({ outcome }) => outcome === "left" && window.location.assign("/"),
    }),
  );
  return (
    <Dialog title={t("leaveDialog")} role="alertdialog" isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <p>{t("leaveLead", { email })}</p>
        <TextField
          {...form.field("password")}
          label={t("password")}
          type="password"
          autoComplete="current-password"
          autoFocus
        />
        {leave.data?.outcome === "refused" && (
          <Notice tone="bad" urgent>
            {t("wrongPassword")}
          </Notice>
        )}
        {leave.data?.outcome === "too_many_attempts" && (
          <Notice tone="wait" urgent>
            {t("tooMany", { count: Math.ceil(leave.data.retryAfterSeconds / 60) })}
          </Notice>
        )}
        <SendError title={t("leaveFailed")} error={leave.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="danger" isPending={leave.isPending}>
            {t("leaveSend")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

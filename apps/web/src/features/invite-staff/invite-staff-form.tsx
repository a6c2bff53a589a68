import { inviteStaffSchema } from "@sightline/contract/invitations";
import { Button } from "@sightline/ui/button";
import { ChoiceCards } from "@sightline/ui/choice-cards";
import { Actions } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";

type Invited = z.infer<typeof inviteStaffSchema>;

export interface InviteStaffFormProps {
  pending: boolean;
  error: unknown;
  onSend: (invited: Invited) => void;
  onCancel: () => void;
}

export function InviteStaffForm({ pending, error, onSend, onCancel }: InviteStaffFormProps) {
  const { t } = useTranslation("staff");
  const initial: Record<"email" | "reason", string> & Pick<Invited, "role"> = {
    email: "",
    role: "moderator",
    reason: "",
  };
  const form = useForm(inviteStaffSchema, initial, onSend);
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField
        {...form.field("email")}
        label={t("invite.email")}
        type="email"
        autoComplete="off"
        autoFocus
      />
      <ChoiceCards
        label={t("invite.role")}
        name="role"
        value={form.values.role}
        onChange={form.field("role").onChange}
        choices={[
          { value: "moderator", title: t("invite.moderator"), note: t("invite.moderatorNote") },
          { value: "admin", title: t("invite.admin"), note: t("invite.adminNote") },
        ]}
      />
      <TextField {...form.field("reason")} label={t("invite.reason")} help={t("invite.reasonHelp")} />
      <SendError title={t("invite.failed")} error={error} />
      <Actions>
        <Button onPress={onCancel}>{t("accounts.cancel")}</Button>
        <Button type="submit" tone="primary" isPending={pending}>
          {t("invite.send")}
        </Button>
      </Actions>
    </form>
  );
}

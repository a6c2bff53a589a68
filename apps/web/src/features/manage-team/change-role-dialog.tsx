import { changeMemberRoleSchema, type TeamMemberRow } from "@sightline/contract/team";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { changeRoleMutation } from "./queries";
import { RoleField } from "./role-field";

export function ChangeRoleDialog({ member, onClose }: { member: TeamMemberRow; onClose: () => void }) {
  const { t } = useTranslation("team");
  const toast = useToast();
  const { userId, email } = member;
  const change = useMutation(changeRoleMutation());
  const form = useForm(changeMemberRoleSchema, { role: member.role, userId }, (output) =>
    change.mutate(output, {
      onSuccess: () => {
        toast({
          tone: "good",
          text: t("changed", { email, role: t(`roleNames.${output.role}`).toLowerCase() }),
        });
        onClose();
      },
    }),
  );
  const role = form.field("role");
  return (
    <Dialog title={t("changeDialog", { email })} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <RoleField value={role.value} onChange={role.onChange} />
        <SendError title={t("changeFailed")} error={change.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" isPending={change.isPending}>
            {t("save")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

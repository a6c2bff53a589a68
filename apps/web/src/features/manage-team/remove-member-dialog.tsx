import type { TeamMemberRow } from "@sightline/contract/team";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { removeMemberMutation } from "./queries";

export function RemoveMemberDialog({ member, onClose }: { member: TeamMemberRow; onClose: () => void }) {
  const { t } = useTranslation("team");
  const toast = useToast();
  const { userId, email } = member;
  const remove = useMutation(removeMemberMutation());
  const send = () =>
    remove.mutate(
      { userId },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("removed", { email }) });
          onClose();
        },
      },
    );
  return (
    <Dialog title={t("removeDialog", { email })} role="alertdialog" isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{t("removeLead")}</p>
        <SendError title={t("removeFailed")} error={remove.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button tone="danger" onPress={send} isPending={remove.isPending}>
            {t("removeOf", { email })}
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
}

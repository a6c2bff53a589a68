import { switchHostOffSchema } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { switchOffMutation } from "./queries";

export function SwitchOffDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("staffSites");
  const toast = useToast();
  const switchOff = useMutation(switchOffMutation());
  const form = useForm(switchHostOffSchema, { host: "", reason: "" }, (wanted) =>
    switchOff.mutate(wanted, {
      onSuccess: ({ returnedTasks }) => {
        toast({ tone: "good", text: t("switchedOff", { count: returnedTasks }) });
        onClose();
      },
    }),
  );
  return (
    <Dialog title={t("switchOffTitle")} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField {...form.field("host")} label={t("switchHost")} autoComplete="off" mono autoFocus />
        <TextField {...form.field("reason")} label={t("reason")} help={t("reasonHelp")} lines={3} />
        <SendError title={t("switchFailed")} error={switchOff.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="danger" isPending={switchOff.isPending}>
            {t("switchOffSend")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

import { exemptAddressSchema } from "@sightline/contract/bans";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { exemptMutation } from "./queries";

export function ExemptDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("bans");
  const toast = useToast();
  const exempt = useMutation(exemptMutation());
  const form = useForm(exemptAddressSchema, { address: "", reason: "" }, (wanted) =>
    exempt.mutate(wanted, {
      onSuccess: ({ subject }) => {
        toast({ tone: "good", text: t("added", { address: subject }) });
        onClose();
      },
    }),
  );
  return (
    <Dialog title={t("add")} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField {...form.field("address")} label={t("address")} autoComplete="off" mono autoFocus />
        <TextField {...form.field("reason")} label={t("reason")} help={t("reasonHelp")} lines={3} />
        <SendError title={t("addFailed")} error={exempt.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" isPending={exempt.isPending}>
            {t("addSend")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

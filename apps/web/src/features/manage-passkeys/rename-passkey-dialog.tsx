import { type PasskeyRow, renamePasskeySchema } from "@sightline/contract/passkeys";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { renamePasskeyMutation } from "./queries";

export function RenamePasskeyDialog({ passkey, onClose }: { passkey: PasskeyRow; onClose: () => void }) {
  const { t } = useTranslation("passkeys");
  const toast = useToast();
  const rename = useMutation(renamePasskeyMutation());
  const form = useForm(renamePasskeySchema, { name: passkey.name, id: passkey.id }, (output) =>
    rename.mutate(output, {
      onSuccess: () => {
        toast({ tone: "good", text: t("isRenamed") });
        onClose();
      },
    }),
  );
  return (
    <Dialog title={t("renameDialog", { name: passkey.name })} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField
          {...form.field("name")}
          label={t("name")}
          help={t("nameHelp")}
          autoComplete="off"
          maxLength={60}
          autoFocus
        />
        <SendError title={t("renameFailed")} error={rename.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" isPending={rename.isPending}>
            {t("save")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

import { type PasskeyRow, removePasskeySchema } from "@sightline/contract/passkeys";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { removePasskeyMutation } from "./queries";
import { WrongPassword } from "./wrong-password";

/** What goes on after it, and the password again. */
export function RemovePasskeyDialog({ passkey, onClose }: { passkey: PasskeyRow; onClose: () => void }) {
  const { t } = useTranslation("passkeys");
  const toast = useToast();
  const remove = useMutation(removePasskeyMutation());
  const form = useForm(removePasskeySchema, { password: "", id: passkey.id }, (output) =>
    remove.mutate(output, {
      onSuccess: ({ outcome }) => {
        if (outcome !== "removed") return;
        toast({ tone: "good", text: t("isRemoved") });
        onClose();
      },
    }),
  );
  return (
    <Dialog title={t("removeDialog", { name: passkey.name })} role="alertdialog" isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <p>{t("removeLead")}</p>
        <TextField
          {...form.field("password")}
          label={t("password")}
          type="password"
          autoComplete="current-password"
          autoFocus
        />
        {remove.data && remove.data.outcome !== "removed" && <WrongPassword reply={remove.data} />}
        <SendError title={t("removeFailed")} error={remove.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="danger" isPending={remove.isPending}>
            {t("removeOf", { name: passkey.name })}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

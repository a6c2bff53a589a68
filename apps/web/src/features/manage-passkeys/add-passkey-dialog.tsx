import { beginPasskeySchema, PASSKEYS_MAX } from "@sightline/contract/passkeys";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { addPasskeyMutation } from "./queries";
import { WrongPassword } from "./wrong-password";

/** A name and the password again; then the browser asks for the device. */
export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("passkeys");
  const toast = useToast();
  const add = useMutation(addPasskeyMutation());
  const form = useForm(beginPasskeySchema, { name: "", password: "" }, (output) =>
    add.mutate(output, {
      onSuccess: ({ outcome }) => {
        if (outcome !== "added") return;
        toast({ tone: "good", text: t("isAdded") });
        onClose();
      },
    }),
  );
  const said = add.isPending ? undefined : add.data;
  return (
    <Dialog title={t("addDialog")} isOpen onClose={onClose} dismissable={!add.isPending}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField
          {...form.field("name")}
          label={t("name")}
          help={t("nameHelp")}
          autoComplete="off"
          maxLength={60}
          autoFocus
        />
        <TextField
          {...form.field("password")}
          label={t("password")}
          type="password"
          autoComplete="current-password"
        />
        <p className="text-text-quiet">{t("nextLead")}</p>
        {said?.outcome === "wrong_password" && <WrongPassword reply={{ outcome: "refused" }} />}
        {said?.outcome === "too_many_attempts" && <WrongPassword reply={said} />}
        {said?.outcome === "full" && <Notice tone="wait">{t("full", { count: PASSKEYS_MAX })}</Notice>}
        {(said?.outcome === "cancelled" ||
          said?.outcome === "known" ||
          said?.outcome === "impossible" ||
          said?.outcome === "refused") && (
          <Notice tone="bad" urgent>
            {t(`failure.${said.outcome}`)}
          </Notice>
        )}
        <SendError title={t("addFailed")} error={add.error} />
        <Actions>
          <Button onPress={onClose} isDisabled={add.isPending}>
            {t("cancel")}
          </Button>
          <Button type="submit" tone="primary" isPending={add.isPending}>
            {t("next")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

import { askDeletionSchema, type DeletionView } from "@sightline/contract/my-data";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { DeletionFacts } from "./deletion-facts";
import { askDeletionMutation } from "./queries";

/** What goes, what stays and why, what is still open; and the password again. */
export function DeleteDialog({ facts, onClose }: { facts: DeletionView; onClose: () => void }) {
  const { t } = useTranslation("deletion");
  const ask = useMutation(askDeletionMutation());
  const form = useForm(askDeletionSchema, { password: "" }, (output) =>
    ask.mutate(output, { onSuccess: ({ outcome }) => outcome === "asked" && onClose() }),
  );
  return (
    <Dialog title={t("dialog")} role="alertdialog" isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <DeletionFacts facts={facts} />
        <TextField
          {...form.field("password")}
          label={t("password")}
          type="password"
          autoComplete="current-password"
        />
        {ask.data?.outcome === "refused" && (
          <Notice tone="bad" urgent>
            {t("wrongPassword")}
          </Notice>
        )}
        {ask.data?.outcome === "too_many_attempts" && (
          <Notice tone="wait" urgent>
            {t("tooMany", { count: Math.ceil(ask.data.retryAfterSeconds / 60) })}
          </Notice>
        )}
        <SendError title={t("failed")} error={ask.error} />
        <Actions>
          <Button onPress={onClose}>{t("back")}</Button>
          <Button type="submit" tone="danger" isPending={ask.isPending}>
            {t("send")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

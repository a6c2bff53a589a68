import { appealSchema } from "@sightline/contract/standing";
import { Button } from "@sightline/ui/button";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { queryClient } from "../lib/query-client";
import { trpc } from "../lib/trpc";
import { useForm } from "../lib/use-form";
import { SendError } from "./send-error";

/** An account that is suspended writes to a person. */
export function AppealForm() {
  const { t } = useTranslation("standing");
  const send = useMutation(
    trpc.standing.appeal.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.standing.mine.queryKey() }),
    }),
  );
  const form = useForm(appealSchema, { says: "" }, (appeal) => send.mutate(appeal));
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex max-w-text flex-col gap-3">
      <TextField {...form.field("says")} label={t("appeal")} help={t("appealHelp")} lines={3} />
      <SendError title={t("sendFailed")} error={send.error} />
      <Button type="submit" isPending={send.isPending} className="self-start">
        {t("send")}
      </Button>
    </form>
  );
}

import { askSupportSchema } from "@sightline/contract/support";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { addText } from "../../lib/text";
import { useForm } from "../../lib/use-form";
import { supportText } from "../../text/support";
import { askSupportMutation } from "./queries";

addText("support", supportText);

/** A message to a person. `email`: of whoever is logged in; a visitor types theirs. */
export function SupportForm({ email }: { email?: string }) {
  const { t } = useTranslation("support");
  const ask = useMutation(askSupportMutation());
  const form = useForm(askSupportSchema, { email: email ?? "", message: "" }, (asked) => ask.mutate(asked));
  if (ask.data !== undefined) {
    const { caseId } = ask.data;
    return (
      <div className="flex max-w-lg flex-col items-start gap-4">
        <Notice tone="good" urgent>
          {t("sent", { caseId, email: form.values.email })}
        </Notice>
        <Button
          onPress={() => {
            ask.reset();
            form.reset();
          }}
        >
          {t("again")}
        </Button>
      </div>
    );
  }
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex max-w-lg flex-col gap-4">
      {email === undefined ? (
        <TextField {...form.field("email")} label={t("email")} type="email" autoComplete="email" />
      ) : (
        <p className="text-text-quiet">{t("answeredAt", { email })}</p>
      )}
      <TextField {...form.field("message")} label={t("message")} help={t("messageHelp")} lines={5} />
      <SendError title={t("failed")} error={ask.error} />
      <div>
        <Button type="submit" tone="primary" isPending={ask.isPending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

import { readCaseSchema } from "@sightline/contract/moderation";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { readMutation } from "./queries";

const schema = readCaseSchema.pick({ reading: true });

/** The moderator's own reading, before anything else of the case is known to this browser. */
export function BlindReading({ caseId }: { caseId: number }) {
  const { t } = useTranslation("moderation");
  const read = useMutation(readMutation());
  const form = useForm(schema, { reading: "" }, ({ reading }) => read.mutate({ caseId, reading }));
  return (
    <Section title={t("blindTitle")} lead={t("blindLead")} raised>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField
          {...form.field("reading")}
          label={t("reading")}
          help={t("readingHelp")}
          autoComplete="off"
          autoFocus
          mono
        />
        <SendError title={t("readFailed")} error={read.error} />
        <Button type="submit" tone="primary" isPending={read.isPending} className="self-start">
          {t("read")}
        </Button>
      </form>
    </Section>
  );
}

import type { TestCallbackReply } from "@sightline/contract/callbacks";
import { testCallbackSchema } from "@sightline/contract/callbacks";
import { Button } from "@sightline/ui/button";
import { formatDuration } from "@sightline/ui/duration";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { testCallbackMutation } from "./queries";

export function TestCall() {
  const { t } = useTranslation("callbacks");
  const test = useMutation(testCallbackMutation());
  const form = useForm(testCallbackSchema, { url: "" }, (values) => test.mutate(values));
  return (
    <Section title={t("test")} lead={t("testLead")}>
      <form noValidate onSubmit={form.onSubmit} className="flex max-w-text flex-col gap-3">
        <TextField
          {...form.field("url")}
          label={t("testUrl")}
          placeholder="https://hooks.example.org/sightline"
          type="url"
          mono
          autoComplete="off"
        />
        <Button type="submit" isPending={test.isPending} className="self-start">
          {t("testSend")}
        </Button>
        <SendError title={t("actFailed")} error={test.error} />
        <div role="status">
          {test.data && (
            <Notice tone={test.data.outcome === "answered" && test.data.taken ? "good" : "wait"}>
              {wordsOf(test.data, t)}
            </Notice>
          )}
        </div>
      </form>
    </Section>
  );
}

function wordsOf(reply: TestCallbackReply, t: TFunction<"callbacks">): string {
  switch (reply.outcome) {
    case "answered":
      return t(reply.taken ? "testTaken" : "testNotTaken", {
        status: reply.status,
        took: formatDuration(reply.tookMs),
      });
    case "failed":
      return reply.failure;
    case "too_many":
      return t("testTooMany", { seconds: reply.retryAfterSeconds });
  }
}

import { appealSchema } from "@sightline/contract/standing";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { RelativeTime } from "@sightline/ui/relative-time";
import { TextField } from "@sightline/ui/text-field";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { queryClient } from "../lib/query-client";
import { addText } from "../lib/text";
import { trpc } from "../lib/trpc";
import { useForm } from "../lib/use-form";
import { standingText } from "../text/standing";
import { SendError } from "./send-error";

addText("standing", standingText);

const standingQuery = trpc.standing.mine.queryOptions(undefined, { refetchInterval: 30_000 });

/** On every page of an account that is suspended: why, until when, and the way to a person. */
export function StandingNotice() {
  const { t } = useTranslation("standing");
  const { data } = useQuery(standingQuery);
  if (!data?.suspension) return null;
  const { reason, untilMs } = data.suspension;
  return (
    <div className="px-4 pt-4 md:px-8">
      <Notice tone="bad">
        <div className="flex flex-col gap-3">
          <p>
            <strong>{t("suspended")}</strong>{" "}
            {untilMs === null ? (
              t("noEnd")
            ) : (
              <>
                {t("until")} <RelativeTime timeMs={untilMs} focusable />
              </>
            )}
            . {reason}
          </p>
          <p>{t("readable")}</p>
          {data.appealed ? <p role="status">{t("sent")}</p> : <AppealForm />}
        </div>
      </Notice>
    </div>
  );
}

function AppealForm() {
  const { t } = useTranslation("standing");
  const send = useMutation(
    trpc.standing.appeal.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: standingQuery.queryKey }),
    }),
  );
  const form = useForm(appealSchema, { says: "" }, (appeal) => send.mutate(appeal));
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex max-w-text flex-col gap-3">
      <TextField
        {...form.field("says")}
        label={t("appeal")}
        help={t("appealHelp")}
        lines={3}
        maxLength={2_000}
      />
      <SendError title={t("sendFailed")} error={send.error} />
      <Button type="submit" isPending={send.isPending} className="self-start">
        {t("send")}
      </Button>
    </form>
  );
}

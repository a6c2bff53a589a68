import type { RequestRetention } from "@sightline/contract/request-log";
import { Section } from "@sightline/ui/section";
import { Select } from "@sightline/ui/select";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { SendError } from "../../components/send-error";
import { addText } from "../../lib/text";
import { requestRetentionText } from "../../text/request-retention";
import { requestRetentionQuery, setRequestRetentionMutation } from "./queries";

addText("requestRetention", requestRetentionText);

const DAYS = [1, 2, 3, 7, 14, 30, 60];

/** For how long the log of this account's calls is kept; saved with the choice. */
export function KeepRequests() {
  const { t } = useTranslation("requestRetention");
  const { data, error, refetch } = useQuery(requestRetentionQuery);
  return (
    <Section title={t("title")} lead={data?.daysMax === 0 ? t("off") : t("lead")}>
      {data ? (
        data.daysMax > 0 && <Choice {...data} />
      ) : error ? (
        <LoadError title={t("failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock />
      )}
    </Section>
  );
}

function Choice({ days, daysMax }: RequestRetention) {
  const { t } = useTranslation("requestRetention");
  const toast = useToast();
  const save = useMutation(setRequestRetentionMutation());
  const offered = [...new Set([...DAYS, days, daysMax])].filter((each) => each <= daysMax);
  const options = offered
    .sort((a, b) => a - b)
    .map((each) => ({ value: String(each), label: t("days", { count: each }) }));
  const choose = (value: string) => {
    if (Number(value) === days) return;
    save.mutate(
      { days: Number(value) },
      { onSuccess: () => toast({ tone: "good", text: t("saved", { count: Number(value) }) }) },
    );
  };
  return (
    <div className="flex max-w-xl flex-col items-start gap-4">
      <Select label={t("label")} options={options} value={String(days)} onChange={choose} />
      <SendError title={t("saveFailed")} error={save.error} />
    </div>
  );
}

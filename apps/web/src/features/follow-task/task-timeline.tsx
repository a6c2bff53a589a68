import type { TimelineStep } from "@sightline/contract/request-log";
import { formatDuration } from "@sightline/ui/duration";
import { formatExact } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { TextLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { timelineQuery } from "./queries";

/** What happened to a task, step by step, with the time since it was accepted. */
export function TaskTimeline({ taskId }: { taskId: number }) {
  const { t } = useTranslation("requestLog");
  const { data, error, refetch } = useQuery(timelineQuery(taskId));
  if (data === undefined && error)
    return <LoadError title={t("timeline.failed")} error={error} onRetry={refetch} />;
  return (
    <Section
      title={t("timeline.title")}
      action={<TextLink href={`/app/log?task=${taskId}`}>{t("timeline.calls")}</TextLink>}
    >
      {data === undefined ? (
        <LoadingBlock lines={4} />
      ) : (
        <ol className="flex flex-col">
          {data.map((step, place) => (
            <Step
              key={`${step.step}-${step.atMs}-${String(place)}`}
              step={step}
              sinceMs={data[0]?.atMs ?? 0}
            />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Step({ step, sinceMs }: { step: TimelineStep; sinceMs: number }) {
  const { t } = useTranslation("requestLog");
  return (
    <li className="relative flex items-baseline gap-3 border-s border-line py-1.5 ps-4 before:absolute before:top-3.5 before:-start-1 before:size-2 before:rounded-full before:bg-accent">
      <span className="grow">
        {t(`timeline.steps.${step.step}`)}
        {step.callId !== null && (
          <>
            {" "}
            <TextLink href={`/app/log?call=${step.callId}`}>{t("timeline.openCall")}</TextLink>
          </>
        )}
      </span>
      <time
        dateTime={new Date(step.atMs).toISOString()}
        title={formatExact(step.atMs)}
        className="font-mono text-13 whitespace-nowrap text-text-quiet tabular"
      >
        +{formatDuration(Math.max(step.atMs - sinceMs, 0))}
      </time>
    </li>
  );
}

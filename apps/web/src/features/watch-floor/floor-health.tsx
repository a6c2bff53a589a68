import { Duration } from "@sightline/ui/duration";
import { FigureRow } from "@sightline/ui/figure-row";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { healthQuery } from "./queries";

/** Uptime by one probe a minute, the last hour of it, and what was wrong last. */
export function FloorHealth() {
  const { t } = useTranslation("floor");
  const { data, error, refetch } = useQuery(healthQuery);
  if (data === undefined) {
    if (error) return <LoadError title={t("healthFailed")} error={error} onRetry={refetch} />;
    return <LoadingBlock lines={2} />;
  }
  const { uptime, lastHour, lastProblem, tookP95Ms } = data;
  return (
    <Section title={t("health")}>
      <FigureRow
        figures={[
          {
            label: t("uptime"),
            value: uptime.share === null ? "–" : `${Math.floor(uptime.share * 10_000) / 100} %`,
            note:
              uptime.sinceMs === null
                ? t("uptimeNone")
                : t("uptimeSince", { since: new Date(uptime.sinceMs).toLocaleString() }),
          },
          {
            label: t("lastHour"),
            value: lastHour.made,
            note: t("lastHourNote", { expected: lastHour.expected, failed: lastHour.failed }),
          },
          { label: t("database"), value: <Duration ms={tookP95Ms} />, note: t("databaseNote") },
          {
            label: t("lastProblem"),
            value: lastProblem ? <RelativeTime timeMs={lastProblem.atMs} /> : "–",
            note: lastProblem?.says ?? t("noProblem"),
          },
        ]}
      />
    </Section>
  );
}

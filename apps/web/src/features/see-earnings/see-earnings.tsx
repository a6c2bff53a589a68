import { formatUsd } from "@sightline/contract/money";
import { Duration } from "@sightline/ui/duration";
import { FigureRow } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { ConfirmationTable } from "./confirmation-table";
import { HourTable } from "./hour-table";
import { earningsQuery } from "./queries";

/** What a worker has earned, how it came to that, and what is still pending. */
export function SeeEarnings() {
  const { t } = useTranslation("money");
  const { data, error, refetch } = useQuery(earningsQuery);
  if (data === undefined) {
    return error ? (
      <LoadError title={t("earnings.failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={6} />
    );
  }
  return (
    <>
      <FigureRow
        figures={[
          {
            label: t("earnings.today"),
            value: <Money micros={data.todayMicros} />,
            note: t("earnings.todayNote", { count: data.answeredToday }),
          },
          {
            label: t("earnings.perHour"),
            value: data.perActiveHourMicros === null ? "–" : <Money micros={data.perActiveHourMicros} />,
            note:
              data.floorMicrosPerHour > 0
                ? t("earnings.floor", { amount: formatUsd(data.floorMicrosPerHour) })
                : data.perActiveHourMicros === null
                  ? t("earnings.perHourNone")
                  : t("earnings.perHourNote"),
          },
          { label: t("earnings.active"), value: <Duration ms={data.activeTodayMs || null} /> },
          { label: t("earnings.pending"), value: <Money micros={data.pendingMicros} /> },
          { label: t("earnings.available"), value: <Money micros={data.availableMicros} /> },
        ]}
      />
      <Section title={t("earnings.hours")} lead={t("earnings.hoursLead")}>
        <HourTable hours={data.hours} />
      </Section>
      <Section title={t("earnings.confirmations")}>
        <ConfirmationTable confirmations={data.confirmations} />
      </Section>
    </>
  );
}

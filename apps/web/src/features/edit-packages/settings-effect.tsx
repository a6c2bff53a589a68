import type { MoneySettings } from "@sightline/contract/packages";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { floorEffectQuery, settingsHistoryQuery } from "./queries";

export interface SettingsEffectProps {
  saved: MoneySettings;
  /** As typed; null while it is no number. */
  cap: number | null;
  floorMicros: number | null;
}

/** What cap and floor do now and would do as typed: for the packages that run, and for the last seven days' pay. */
export function SettingsEffect({ saved, cap, floorMicros }: SettingsEffectProps) {
  const { t } = useTranslation("staffMoney");
  const { data: history } = useQuery(settingsHistoryQuery);
  const { data: effect } = useQuery({
    ...floorEffectQuery(floorMicros ?? saved.floorMicrosPerHour),
    placeholderData: keepPreviousData,
  });
  if (history === undefined || effect === undefined) return null;
  const { runningThreads } = history;
  return (
    <section aria-label={t("settings.effect")}>
      <Facts
        facts={[
          { label: t("settings.capNow"), value: runningThreads * saved.answersPerThreadHour },
          { label: t("settings.capThen"), value: cap === null ? "–" : runningThreads * cap },
          { label: t("settings.floorNow"), value: <Money micros={effect.toppedUpMicros} /> },
          { label: t("settings.floorThen"), value: <Money micros={effect.wouldTopUpMicros} /> },
          { label: t("settings.floorWorkers"), value: effect.workers },
        ]}
      />
    </section>
  );
}

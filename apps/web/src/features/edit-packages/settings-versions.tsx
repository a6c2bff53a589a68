import { formatWireUsd } from "@sightline/contract/money";
import type { MoneySettings } from "@sightline/contract/packages";
import { Button } from "@sightline/ui/button";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { settingsHistoryQuery } from "./queries";

/** Cap and floor as they were set, and by whom; one can be taken back into the form, to be saved as a new one. */
export function SettingsVersions({ onTake }: { onTake: (version: MoneySettings) => void }) {
  const { t } = useTranslation("staffMoney");
  const { data } = useQuery(settingsHistoryQuery);
  const versions = data?.versions ?? [];
  if (versions.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer text-14 font-medium">{t("settings.versions")}</summary>
      <ul className="mt-2 flex flex-col gap-2">
        {versions.map((version) => {
          const { changedAtMs, changedBy } = version;
          const time = changedAtMs === null ? t("settings.before") : new Date(changedAtMs).toLocaleString();
          return (
            <li key={changedAtMs} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 grow">
                {t(changedBy === null ? "settings.versionBefore" : "settings.version", {
                  time,
                  cap: version.answersPerThreadHour,
                  floor: formatWireUsd(version.floorMicrosPerHour),
                  who: changedBy,
                })}
              </span>
              <Button size="small" tone="quiet" onPress={() => onTake(version)}>
                {t("packages.take")}
                <span className="sr-only">{` ${time}`}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

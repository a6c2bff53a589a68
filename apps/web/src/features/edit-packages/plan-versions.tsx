import { formatWireUsd } from "@sightline/contract/money";
import type { PlanHistory } from "@sightline/contract/packages";
import { Button } from "@sightline/ui/button";
import { useTranslation } from "react-i18next";

type Version = PlanHistory["versions"][number];

/** A package's versions with who made them; one can be taken back into the form, to be saved as a new one. */
export function PlanVersions({
  versions,
  onTake,
}: {
  versions: Version[];
  onTake: (version: Version) => void;
}) {
  const { t } = useTranslation("staffMoney");
  return (
    <details>
      <summary className="cursor-pointer text-14 font-medium">{t("packages.versions")}</summary>
      <ul className="mt-2 flex flex-col gap-2">
        {versions.map((version) => {
          const time = new Date(version.effectiveFromMs).toLocaleString();
          const prices = [version.micros.day, version.micros.week, version.micros.month];
          return (
            <li key={version.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 grow">
                {t("packages.version", {
                  time,
                  threads: version.threads,
                  prices: prices.map(formatWireUsd).join(" / "),
                  state: t(version.offered ? "packages.offered" : "packages.withdrawn"),
                  who: version.changedBy ?? t("packages.atStart"),
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

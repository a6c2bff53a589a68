import type { PriceHistory } from "@sightline/contract/prices";
import { Button } from "@sightline/ui/button";
import { useTranslation } from "react-i18next";
import { formatPricePerThousand, formatSharePercent } from "../../lib/read-price";

type Version = PriceHistory["versions"][number];

/** A kind's versions with who made them; one can be taken back into the form, to be looked at and saved as a new one. */
export function PriceVersions({
  versions,
  onTake,
}: {
  versions: Version[];
  onTake: (version: Version) => void;
}) {
  const { t } = useTranslation("staff");
  return (
    <details>
      <summary className="cursor-pointer text-14 font-medium">{t("prices.versions")}</summary>
      <ul className="mt-2 flex flex-col gap-2">
        {versions.map((version) => {
          const time = new Date(version.effectiveFromMs).toLocaleString();
          return (
            <li key={version.effectiveFromMs} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 grow">
                {t("prices.version", {
                  time,
                  price: formatPricePerThousand(version.priceMicros),
                  share: formatSharePercent(version.workerShareBasisPoints),
                  who: version.changedBy ?? t("prices.atStart"),
                })}
              </span>
              <Button size="small" tone="quiet" onPress={() => onTake(version)}>
                {t("prices.take")}
                <span className="sr-only">{` ${time}`}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

import type { KindPriceVersion } from "@sightline/contract/prices";
import { Notice } from "@sightline/ui/notice";
import { useTranslation } from "react-i18next";
import { formatPricePerThousand, formatSharePercent } from "../../lib/read-price";

/** What will hold later: set already, and not to be forgotten. */
export function ComingPrices({ coming }: { coming: KindPriceVersion[] }) {
  const { t } = useTranslation("staff");
  if (coming.length === 0) return null;
  return (
    <Notice tone="info">
      <ul>
        {coming.map((version) => (
          <li key={version.effectiveFromMs}>
            {t("prices.coming", {
              time: new Date(version.effectiveFromMs).toLocaleString(),
              price: formatPricePerThousand(version.priceMicros),
              share: formatSharePercent(version.workerShareBasisPoints),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

import { shareOf } from "@sightline/contract/money";
import type { PriceHistory } from "@sightline/contract/prices";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { useTranslation } from "react-i18next";

/** What the typed price would have meant for the answers of the last seven days that no package paid for, before it is saved. */
export function WeekEffect({
  history: { weekCharged, weekSpentMicros },
  priceMicros,
  share,
}: {
  history: PriceHistory;
  priceMicros: number;
  share: number;
}) {
  const { t } = useTranslation("staff");
  if (weekCharged === 0) return <p className="text-text-quiet">{t("prices.weekNone")}</p>;
  return (
    <Facts
      facts={[
        { label: t("prices.week", { count: weekCharged }), value: <Money micros={weekSpentMicros} /> },
        { label: t("prices.weekWould"), value: <Money micros={weekCharged * priceMicros} /> },
        {
          label: t("prices.weekWorkers"),
          value: <Money micros={weekCharged * shareOf(priceMicros, share)} />,
        },
      ]}
    />
  );
}

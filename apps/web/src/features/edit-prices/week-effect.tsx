import { shareOf } from "@sightline/contract/money";
import type { PriceHistory } from "@sightline/contract/prices";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { useTranslation } from "react-i18next";

/** What the typed price would have meant for the answers of the last seven days, before it is saved. */
export function WeekEffect({
  history: { weekAnswered, weekSpentMicros },
  priceMicros,
  share,
}: {
  history: PriceHistory;
  priceMicros: number;
  share: number;
}) {
  const { t } = useTranslation("staff");
  if (weekAnswered === 0) return <p className="text-text-quiet">{t("prices.weekNone")}</p>;
  return (
    <Facts
      facts={[
        { label: t("prices.week", { count: weekAnswered }), value: <Money micros={weekSpentMicros} /> },
        { label: t("prices.weekWould"), value: <Money micros={weekAnswered * priceMicros} /> },
        {
          label: t("prices.weekWorkers"),
          value: <Money micros={weekAnswered * shareOf(priceMicros, share)} />,
        },
      ]}
    />
  );
}

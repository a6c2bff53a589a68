import { formatUsd } from "@sightline/contract/money";
import { FigureRow } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Period, totalsQuery } from "./queries";

/** The balances at both ends of the period. */
export function StatementTotals({ period }: { period: Period }) {
  const { t } = useTranslation("money");
  const { data } = useQuery(totalsQuery(period));
  if (data === undefined) return null;
  const figure = (label: string, sums: typeof data.opening) => ({
    label,
    value: sums === null ? "–" : <Money micros={sums.availableMicros} />,
    note:
      sums === null
        ? t("statement.tooMany")
        : sums.pendingMicros > 0
          ? t("statement.pendingNote", { amount: formatUsd(sums.pendingMicros) })
          : t("statement.heldNote", { amount: formatUsd(sums.heldMicros) }),
  });
  return (
    <FigureRow
      figures={[figure(t("statement.opening"), data.opening), figure(t("statement.closing"), data.closing)]}
    />
  );
}

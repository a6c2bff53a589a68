import type { DepositRow } from "@sightline/contract/deposits";
import { Badge, type BadgeTone } from "@sightline/ui/badge";
import { Money } from "@sightline/ui/money";
import { useTranslation } from "react-i18next";

const TONES = {
  seen: "active",
  vanished: "bad",
  booked: "good",
  too_small: "wait",
  unsupported: "wait",
  reversed: "bad",
} as const satisfies Record<DepositRow["state"], BadgeTone>;

/** How far it is, or what became of it. */
export function DepositStateBadge({ row }: { row: DepositRow }) {
  const { t } = useTranslation("billing");
  return (
    <Badge tone={TONES[row.state]}>
      {row.confirmations === null
        ? t(`states.${row.state}`)
        : t("progress", { count: row.confirmations, needed: row.confirmationsNeeded })}
    </Badge>
  );
}

/** What it is worth, or what arrived where that is not known; and what was too little to book. */
export function DepositAmount({ row }: { row: DepositRow }) {
  const { t } = useTranslation("billing");
  return (
    <span className="inline-flex flex-col items-end">
      {row.amountMicros === null ? (
        <span className="font-mono text-13">{`${row.amount} ${row.symbol}`}</span>
      ) : (
        <Money micros={row.amountMicros} className="text-13" />
      )}
      {row.dust && (
        <span className="text-12 text-text-quiet">{t("dust", { dust: row.dust, symbol: row.symbol })}</span>
      )}
    </span>
  );
}

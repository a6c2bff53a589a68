import { type CaseEffect, type CaseKind, type Verdict, verdictsOf } from "@sightline/contract/moderation";
import { formatUsd } from "@sightline/contract/money";
import { Button } from "@sightline/ui/button";
import { type HotKey, useHotKeys } from "@sightline/ui/hot-keys";
import { KeyCaps } from "@sightline/ui/key-cap";
import type { TFunction } from "i18next";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";

const KEYS: Record<Verdict, string> = {
  accept: "a",
  refuse: "r",
  ambiguous: "m",
  unsolvable: "u",
  escalate: "e",
};

export interface Expected {
  refundMicros: number;
  takenBackMicros: number;
}

export interface VerdictButtonsProps {
  kind: CaseKind;
  effect: CaseEffect;
  takesPayBack: boolean;
  isPending: boolean;
  onVerdict: (verdict: Verdict, expected: Expected) => void;
}

/** A button and a key for each verdict; what it moves stands on it. */
export function VerdictButtons({ kind, effect, takesPayBack, isPending, onVerdict }: VerdictButtonsProps) {
  const { t } = useTranslation("moderation");
  const press = useRef<(verdict: Verdict) => void>(() => {});
  press.current = (verdict) => {
    if (!isPending) onVerdict(verdict, expectedOf(kind, verdict, effect, takesPayBack));
  };
  const keys = useMemo<HotKey[]>(
    () =>
      verdictsOf(kind).map((verdict) => ({
        keys: KEYS[verdict],
        label: t(`keys.${verdict}`),
        run: () => press.current(verdict),
      })),
    [kind, t],
  );
  useHotKeys(keys);
  return (
    <div className="flex flex-wrap gap-2">
      {verdictsOf(kind).map((verdict) => (
        <Button
          key={verdict}
          tone={verdict === "accept" ? "primary" : "plain"}
          isPending={isPending}
          onPress={() => press.current(verdict)}
        >
          {labelOf(t, kind, verdict, expectedOf(kind, verdict, effect, takesPayBack))}
          <KeyCaps keys={KEYS[verdict]} />
        </Button>
      ))}
    </div>
  );
}

function expectedOf(
  kind: CaseKind,
  verdict: Verdict,
  { refundMicros, payMicros }: CaseEffect,
  takesPayBack: boolean,
): Expected {
  const refunds = kind === "bad_report" && verdict !== "refuse" && verdict !== "escalate";
  const takes = refunds && takesPayBack && verdict !== "ambiguous";
  return { refundMicros: refunds ? refundMicros : 0, takenBackMicros: takes ? payMicros : 0 };
}

function labelOf(t: TFunction<"moderation">, kind: CaseKind, verdict: Verdict, expected: Expected): string {
  if (kind !== "bad_report") {
    if (verdict === "escalate") return t("escalateOf");
    return (kind === "new_site" || kind === "payout_check") && (verdict === "accept" || verdict === "refuse")
      ? t(`effects.${kind}.${verdict}`)
      : t(`verdicts.${verdict}`);
  }
  const amount = formatUsd(expected.refundMicros);
  const pay =
    expected.takenBackMicros > 0 ? t("andPay", { amount: formatUsd(expected.takenBackMicros) }) : "";
  return `${t(`${verdict}Of`, { amount })}${pay}`;
}

import { formatUsd } from "@sightline/contract/money";
import { Check, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Hint } from "./hint-list";

export interface HintChipsProps {
  chips: readonly Hint[];
  /** The customer's note; undefined where there is none, or where it stands above the picture. */
  note: string | undefined;
  /** How far a sketch is; null for what is typed. */
  status: string | null;
  payMicros: number | null;
}

/** What the answer must be, checked as it is typed, and the customer's note. Its room is kept when it is empty. */
export function HintChips({ chips, note, status, payMicros }: HintChipsProps) {
  const { t } = useTranslation("work");
  return (
    <div className={`flex w-full flex-col justify-end gap-1 ${status === null ? "h-19 sm:h-17" : "min-h-8"}`}>
      {/* Text of the customer's own, shown as text and nothing else. */}
      {status === null && (
        <p className="line-clamp-3 min-w-0 text-12 sm:line-clamp-2 sm:text-13" title={note}>
          {note !== undefined && <strong className="font-medium">{t("hints.instruction")}: </strong>}
          <bdi>{note}</bdi>
        </p>
      )}
      <div className="flex min-h-6 items-center gap-2">
        {status !== null && (
          <p aria-live="polite" className="text-14 font-medium whitespace-nowrap tabular">
            {status}
          </p>
        )}
        <ul aria-label={t("hints.name")} className="flex min-w-0 flex-wrap gap-1">
          {chips.map((hint) => (
            <HintChip key={hint.word} hint={hint} />
          ))}
        </ul>
        {payMicros !== null && (
          <span className="ms-auto font-mono text-12 tabular whitespace-nowrap text-text-quiet">
            {t("pay", { amount: formatUsd(payMicros) })}
          </span>
        )}
      </div>
    </div>
  );
}

const LOOKS = {
  advice: "bg-surface text-text",
  kept: "bg-good-ground text-good",
  broken: "bg-wait-ground text-wait",
};

function HintChip({ hint }: { hint: Hint }) {
  const { t } = useTranslation("work");
  const look = hint.kept === null ? LOOKS.advice : hint.kept ? LOOKS.kept : LOOKS.broken;
  const Icon = hint.kept ? Check : X;
  return (
    <li
      className={`inline-flex h-6 items-center gap-1 rounded-6 px-2 text-12 font-medium whitespace-nowrap ring-1 ring-inset ring-line ${look}`}
    >
      {hint.kept !== null && (
        <Icon role="img" aria-label={t(hint.kept ? "hints.met" : "hints.unmet")} className="size-3" />
      )}
      {t(`hints.${hint.word}`, hint.values)}
    </li>
  );
}

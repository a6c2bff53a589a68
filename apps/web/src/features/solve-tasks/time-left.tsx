import { TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

export interface TimeLeftProps {
  /** By the clock of `nowMs`; null while no clock runs. */
  endsAtMs: number | null;
  leaseMs: number;
  nowMs: () => number;
}

const TICK_MS = 200;
/** The last part of the time, in which the bar warns. */
const WARN_SHARE = 0.2;

/** Seconds and a thin bar, from the server's clock. The only thing on the screen that moves by itself. */
export function TimeLeft({ endsAtMs, leaseMs, nowMs }: TimeLeftProps) {
  const { t } = useTranslation("work");
  const leftMs = useLeftMs(endsAtMs, nowMs);
  const share = leftMs === null ? 0 : Math.min(1, leftMs / leaseMs);
  const soon = leftMs !== null && share <= WARN_SHARE;
  return (
    <div className="flex h-8 min-w-0 grow items-center gap-3">
      <p
        role="timer"
        aria-label={t("time.name")}
        className={`flex w-16 items-center gap-1 font-mono text-14 tabular ${soon ? "font-semibold text-wait" : "text-text-quiet"}`}
      >
        {soon && <TriangleAlert aria-hidden className="size-4 shrink-0" />}
        {leftMs === null ? (
          <span className="sr-only">{t("time.none")}</span>
        ) : (
          t("time.left", { seconds: Math.ceil(leftMs / 1_000) })
        )}
      </p>
      <div aria-hidden className="h-1 grow overflow-hidden rounded-full bg-neutral-line">
        <div
          className={`h-full origin-left rounded-full rtl:origin-right ${soon ? "bg-wait" : "bg-text-quiet"}`}
          style={{ transform: `scaleX(${share})` }}
        />
      </div>
      {/* Said once when the warning begins, not with every second. */}
      <span role="status" className="sr-only">
        {soon && t("time.soon", { seconds: Math.round((leaseMs * WARN_SHARE) / 1_000) })}
      </span>
    </div>
  );
}

function useLeftMs(endsAtMs: number | null, nowMs: () => number): number | null {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (endsAtMs === null) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), TICK_MS);
    return () => clearInterval(timer);
  }, [endsAtMs]);
  return endsAtMs === null ? null : Math.max(0, endsAtMs - nowMs());
}

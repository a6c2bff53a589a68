import type { LimitGauge as Gauge } from "@sightline/contract/limit-view";
import { Badge } from "@sightline/ui/badge";
import { MeterBar } from "@sightline/ui/meter-bar";
import { RelativeTime } from "@sightline/ui/relative-time";
import { useId } from "react";
import { useTranslation } from "react-i18next";

/** From here on a limit is about to strike. */
const CLOSE = 0.8;

/** One limit as a bar with its numbers in words. */
export function LimitGauge({ gauge }: { gauge: Gauge }) {
  const { t } = useTranslation("limits");
  const nameId = useId();
  const { says, used, max, windowMs, banMs, code, bannedUntilMs } = gauge;
  return (
    <li className="flex flex-col gap-2 rounded-10 border border-line bg-surface p-4">
      <h2 id={nameId} className="font-medium first-letter:uppercase">
        {says}
      </h2>
      <MeterBar labelledBy={nameId} value={used} max={max} closeFrom={CLOSE} />
      <p className="flex flex-wrap items-center gap-x-2 text-13 text-text-quiet">
        <span className="font-medium text-text tabular">{t("used", { used, max })}</span>
        {t("window", { window: wholeTime(windowMs) })}
      </p>
      {bannedUntilMs === null ? (
        <p className="text-13 text-text-quiet">
          {code === null || banMs === 0 ? t("refused") : t("afterwards", { code, ban: wholeTime(banMs) })}
        </p>
      ) : (
        <p className="flex flex-wrap items-center gap-2 text-13">
          <Badge tone="bad">{t("banned", { code: code ?? "" })}</Badge>
          {t("until")} <RelativeTime timeMs={bannedUntilMs} focusable />
        </p>
      )}
    </li>
  );
}

/** Windows and bans are whole seconds, minutes or hours. */
function wholeTime(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000} h`;
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1_000} s`;
}

import { useNow } from "./now";
import { useUiText } from "./ui-text";

const UNITS: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ["year", 31_557_600_000],
  ["month", 2_629_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
];
const exactFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const timeFormat = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });
const dayFormat = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
});

/** `3 min. ago`, `in 2 days`; within two seconds, the word for now. */
export function formatRelative(timeMs: number, nowMs: number, language: string, nowWord: string): string {
  const distanceMs = timeMs - nowMs;
  const [unit, unitMs] = UNITS.find(([, ms]) => Math.abs(distanceMs) >= ms) ?? ["second", 1_000];
  if (Math.abs(distanceMs) < 2_000) return nowWord;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "always", style: "short" });
  return format.format(Math.trunc(distanceMs / unitMs), unit);
}

/** Date and time to the second, in the reader's locale. */
export function formatExact(timeMs: number): string {
  return exactFormat.format(timeMs);
}

/** The same without what the reader knows: the date of today, the year of this year. */
function formatShort(timeMs: number): string {
  const [time, today] = [new Date(timeMs), new Date()];
  if (time.toDateString() === today.toDateString()) return timeFormat.format(timeMs);
  return time.getFullYear() === today.getFullYear() ? dayFormat.format(timeMs) : exactFormat.format(timeMs);
}

/**
 * A time as its distance from now. Both wordings share one box as wide as the longer one, and pointing at it, or
 * keyboard focus on it or on the row around it, shows the exact one in place: nothing moves.
 */
export function RelativeTime({ timeMs, focusable = false }: { timeMs: number; focusable?: boolean }) {
  const text = useUiText();
  const relative = useNow((nowMs) => formatRelative(timeMs, nowMs, text.language, text.now));
  return (
    <time
      dateTime={new Date(timeMs).toISOString()}
      {...(focusable ? { tabIndex: 0 } : {})}
      title={formatExact(timeMs)}
      className="group/time inline-grid tabular whitespace-nowrap"
    >
      <span className="col-start-1 row-start-1 group-hover/time:invisible group-focus-visible/time:invisible group-has-[:focus-visible]/row:invisible">
        {relative}
      </span>
      <span className="invisible col-start-1 row-start-1 group-hover/time:visible group-focus-visible/time:visible group-has-[:focus-visible]/row:visible">
        {formatShort(timeMs)}
      </span>
    </time>
  );
}

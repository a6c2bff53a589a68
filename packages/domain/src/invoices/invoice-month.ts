/** A month in UTC, `2026-11`, and where it begins and ends. */
export function monthOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 7);
}

export function monthSpan(month: string): { fromMs: number; toMs: number } {
  return {
    fromMs: Date.parse(`${month}-01T00:00:00Z`),
    toMs: Date.parse(`${nextMonth(month)}-01T00:00:00Z`),
  };
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return monthOf(Date.UTC(year, number));
}

export function monthBefore(month: string): string {
  return monthOf(monthSpan(month).fromMs - 1);
}

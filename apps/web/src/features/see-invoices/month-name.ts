const format = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric", timeZone: "UTC" });

/** `November 2026`, in the reader's locale, of `2026-11`. */
export function monthName(month: string): string {
  return format.format(Date.parse(`${month}-15T00:00:00Z`));
}

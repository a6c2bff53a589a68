const names = new Intl.DisplayNames(undefined, { type: "language" });

export function languageName(code: string): string {
  return names.of(code) ?? code;
}

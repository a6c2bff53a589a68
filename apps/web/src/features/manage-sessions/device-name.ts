const BROWSERS: [name: string, mark: RegExp][] = [
  ["Edge", /\bEdg(?:A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Headless)?(?:Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
];
const SYSTEMS: [name: string, mark: RegExp][] = [
  ["Android", /\bAndroid\b/],
  ["iOS", /\b(?:iPhone|iPad)\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
];

/**
 * `Firefox, Linux` of what a browser says it is, or null when nothing in it is known. The order of the marks
 * counts: most browsers also claim to be the ones further down.
 */
export function deviceName(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const found = [BROWSERS, SYSTEMS].flatMap(
    (marks) => marks.find(([, mark]) => mark.test(userAgent))?.[0] ?? [],
  );
  return found.length === 0 ? null : found.join(", ");
}

/** The value of the session cookie in a Cookie header, still signed and encoded as it came; null without one. */
export function sessionCookie(header: string | null, cookieName: string): string | null {
  if (header === null) return null;
  const start = `${cookieName}=`;
  for (const part of header.split(";")) {
    const pair = part.trimStart();
    if (pair.startsWith(start)) return pair.slice(start.length);
  }
  return null;
}

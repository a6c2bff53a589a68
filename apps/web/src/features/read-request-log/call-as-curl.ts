import type { LoggedCall } from "@sightline/contract/request-log";

const KEY = "YOUR_API_KEY";

/** A command that makes the same call again; what the log does not hold (key, files) stands as what to put there. */
export function callAsCurl(call: LoggedCall, origin: string): string {
  const url = `${origin}${call.address}`;
  if (!call.address.endsWith(".php")) {
    const body = JSON.stringify(withKey(call.sent, "clientKey"));
    return `curl ${quote(url)} -H 'content-type: application/json' -d ${quote(body)}`;
  }
  const fields = Object.entries(withKey(call.sent, "key"));
  if (call.verb === "GET") return ["curl -G", quote(url), ...fields.map(urlEncoded)].join(" ");
  const hasFile = fields.some(([, value]) => isFile(value));
  return ["curl", quote(url), ...fields.map(hasFile ? formPart : urlEncoded)].join(" ");
}

function withKey(sent: Record<string, unknown>, name: string): Record<string, unknown> {
  return name in sent ? { ...sent, [name]: KEY } : sent;
}

function isFile(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("(file, ");
}

function formPart([name, value]: [string, unknown]): string {
  if (isFile(value)) return `-F ${quote(`${name}=@picture.png`)}`;
  return `--form-string ${quote(`${name}=${String(value)}`)}`;
}

function urlEncoded([name, value]: [string, unknown]): string {
  return `--data-urlencode ${quote(`${name}=${String(value)}`)}`;
}

/** For a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

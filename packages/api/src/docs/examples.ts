import type { KindGuide } from "./kinds/kind-guide";

/** The key of the demo's customer (README), so that everything here works there as printed. */
export const EXAMPLE_KEY = "1abc234de56fab7c89012d34e56fa7b8";
export const EXAMPLE_ID = "2122988149";

type Fields = Readonly<Record<string, string>>;

/** A command with its parts on lines of their own. */
function command(parts: readonly string[]): string {
  return parts.join(" \\\n  ");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Fetches the sample, then sends it as a file. */
export function curlMultipart(origin: string, guide: KindGuide): string | null {
  const { file, example } = guide;
  if (file === undefined || example.multipart === undefined) return null;
  const { name, mediaType } = file.file;
  const fields = Object.entries({ key: EXAMPLE_KEY, ...example.multipart });
  return [
    `curl -O ${origin}/docs/assets/${name}`,
    command([
      `curl ${origin}/in.php`,
      ...fields.map(([field, value]) => `-F ${quote(`${field}=${value}`)}`),
      `-F ${quote(`${file.field}=@${name};type=${mediaType}`)}`,
    ]),
  ].join("\n");
}

export function curlForm(origin: string, fields: Fields): string {
  return command([
    `curl ${origin}/in.php`,
    ...Object.entries({ key: EXAMPLE_KEY, ...fields }).map(
      ([name, value]) => `--data-urlencode ${quote(`${name}=${value}`)}`,
    ),
  ]);
}

/** An action of res.php about one task. */
export function curlResult(origin: string, action: string, more: Fields = {}): string {
  const query = new URLSearchParams({ key: EXAMPLE_KEY, action, id: EXAMPLE_ID, ...more });
  return `curl '${origin}/res.php?${query.toString()}'`;
}

export function curlJson(origin: string, method: string, body: Readonly<Record<string, unknown>>): string {
  return command([
    `curl ${origin}/${method}`,
    `-H 'Content-Type: application/json'`,
    `-d ${quote(JSON.stringify({ clientKey: EXAMPLE_KEY, ...body }))}`,
  ]);
}

/** The same submission as an HTML form that a person can save and open. */
export function multipartForm(origin: string, guide: KindGuide): string | null {
  const { file, example } = guide;
  if (file === undefined || example.multipart === undefined) return null;
  return form(`${origin}/in.php`, "multipart/form-data", [
    ...hidden({ key: EXAMPLE_KEY, ...example.multipart }),
    `  <input type="file" name="${file.field}">`,
  ]);
}

export function base64Form(origin: string, guide: KindGuide): string {
  return form(
    `${origin}/in.php`,
    "application/x-www-form-urlencoded",
    hidden({ key: EXAMPLE_KEY, ...guide.example.base64 }),
  );
}

function form(action: string, encoding: string, lines: readonly string[]): string {
  return [
    `<form method="post" action="${action}" enctype="${encoding}">`,
    ...lines,
    `  <input type="submit" value="Send">`,
    "</form>",
  ].join("\n");
}

function hidden(fields: Fields): string[] {
  return Object.entries(fields).map(
    ([name, value]) => `  <input type="hidden" name="${name}" value="${value.replaceAll('"', "&quot;")}">`,
  );
}

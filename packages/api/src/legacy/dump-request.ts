import type { RequestInput } from "./request-input";

const VALUE_MAX_CHARACTERS = 2_000;

/**
 * What came, as the protocol shows it to who asks by debug_dump: the parameters of the query, those of the body and
 * the files, as PHP prints three arrays. Ends with a line break; the answer follows.
 */
export function dumpRequest(query: RequestInput, body: RequestInput): string {
  return [dumpArray(entriesOf(query.fields), 0), dumpArray(entriesOf(body.fields), 0), dumpFiles(body)].join(
    "",
  );
}

function dumpFiles({ files, uploads }: RequestInput): string {
  const entries = Object.entries(files).map(([name, bytes]): Entry => {
    const { fileName = "", mediaType = "" } = uploads[name] ?? {};
    const claims: Entry[] = [
      ["name", dumpString(fileName)],
      ["type", dumpString(mediaType)],
      ["size", `int(${bytes.length})\n`],
    ];
    return [name, dumpArray(claims, 2)];
  });
  return dumpArray(entries, 0);
}

type Entry = [name: string, dumped: string];

function entriesOf(fields: Record<string, string>): Entry[] {
  return Object.entries(fields).map(([name, value]) => [name, dumpString(value)]);
}

function dumpArray(entries: readonly Entry[], indent: number): string {
  const inner = " ".repeat(indent + 2);
  const lines = entries.map(([name, dumped]) => `${inner}["${cut(name)}"]=>\n${inner}${dumped}`);
  return `array(${entries.length}) {\n${lines.join("")}${" ".repeat(indent)}}\n`;
}

/** The length is that of the whole value, in bytes. */
function dumpString(value: string): string {
  return `string(${Buffer.byteLength(value)}) "${cut(value)}"\n`;
}

function cut(value: string): string {
  return value.length <= VALUE_MAX_CHARACTERS ? value : value.slice(0, VALUE_MAX_CHARACTERS);
}

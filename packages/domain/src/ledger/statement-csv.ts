import type { StatementEntry } from "@sightline/contract/ledger";
import { formatWireUsd } from "@sightline/contract/money";
import type { DomainContext } from "../context";
import { accountStatement } from "./account-statement";

const CAUSES_A_READ = 1_000;
/** A file with more causes than this is cut: a spreadsheet holds no more lines, and a period can be made shorter. */
const READS_MAX = 300;

const AMOUNT = /^-?\d+(\.\d+)?$/;

/** An account's statement as CSV (RFC 4180), a piece at a time, so that neither side holds all of it. */
export async function* statementCsv(
  ctx: Pick<DomainContext, "pool">,
  period: { accountId: number; fromMs: number; toMs: number },
): AsyncGenerator<string> {
  yield statementCsvHeader;
  let before: number | undefined;
  for (let read = 0; read < READS_MAX; read++) {
    const { entries, nextBefore } = await accountStatement(ctx, { ...period, before }, CAUSES_A_READ);
    yield entries.map(statementCsvLine).join("");
    if (nextBefore === null) return;
    before = nextBefore;
  }
  yield csvLine([
    "",
    "cut",
    "The period holds more entries than one file. Ask for a shorter one.",
    "",
    "",
    "",
    "",
    "",
  ]);
}

/** Every cell quoted; text that a spreadsheet would run as a formula is kept from it. A negative amount is a number. */
export function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => {
    const harmless = /^[=+\-@\t\r]/.test(cell) && !AMOUNT.test(cell) ? `'${cell}` : cell;
    return `"${harmless.replaceAll('"', '""')}"`;
  });
  return `${safe.join(",")}\r\n`;
}

export const statementCsvHeader = csvLine([
  "time",
  "entry",
  "says",
  "cause",
  "cause_id",
  "available_usd",
  "held_usd",
  "pending_usd",
]);

export function statementCsvLine(entry: StatementEntry): string {
  return csvLine([
    new Date(entry.atMs).toISOString(),
    entry.posting,
    entry.says,
    entry.cause,
    String(entry.causeId),
    formatWireUsd(entry.availableMicros),
    formatWireUsd(entry.heldMicros),
    formatWireUsd(entry.pendingMicros),
  ]);
}

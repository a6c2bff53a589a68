import type { Pool } from "@sightline/db/database";
import type { DomainContext } from "../context";
import { listCustomerTasks } from "../customers/list-customer-tasks";
import { taskCsvLine, tasksCsvHeader } from "../customers/tasks-csv";
import { accountStatement } from "../ledger/account-statement";
import { csvLine, statementCsvHeader, statementCsvLine } from "../ledger/statement-csv";
import { openPack } from "../request-log/list-requests";
import { firstKeptId, requestRetentionOf } from "../request-log/request-retention-of";
import { ACCOUNT_TABLES } from "./account-tables";

export interface Holder {
  accountId: number;
  userId: string;
}
/** A piece of a file; `next` is where the one after it begins, null at the file's end. */
export interface Piece {
  text: string;
  rows: number;
  next: string | null;
}
type Source = Pick<DomainContext, "pool" | "db" | "clock" | "requestLog">;

interface ExportFile {
  name: string;
  read(ctx: Source, holder: Holder, cursor: string | null): Promise<Piece>;
}

const ROWS_A_PIECE = 500;
const PACKS_A_PIECE = 20;
const TABLE_ROWS_MAX = 1_000;

/** Everything that is kept of an account, file by file. Secrets stay where they are; pictures are on the tasks' pages. */
export const EXPORT_FILES: readonly ExportFile[] = [
  { name: "README.txt", read: async (ctx) => whole(readme(ctx.clock.nowMs())) },
  { name: "account.json", read: async ({ pool }, holder) => whole(await accountJson(pool, holder)) },
  { name: "tasks.csv", read: tasks },
  { name: "answers.csv", read: answers },
  { name: "statement.csv", read: statement },
  { name: "requests.jsonl", read: requests },
];

function whole(text: string): Piece {
  return { text, rows: 0, next: null };
}

function readme(nowMs: number): string {
  return [
    `What Sightline keeps of your account, written on ${new Date(nowMs).toISOString()}.`,
    "",
    "account.json    you, your settings, keys (without their secrets), sites, sessions, notices, deposits, packages;",
    `                at most ${TABLE_ROWS_MAX} of each, the newest`,
    "tasks.csv       every task you have sent, with its answer and price",
    "answers.csv     every task you have answered for others, with your pay; whose it was is not told",
    "statement.csv   every move of your money",
    "requests.jsonl  the calls of the API that are still in your request log, one to a line, secrets masked",
    "",
    "A file is cut after about a million lines; the pages of tasks and of the statement give the rest by period.",
    "Pictures are deleted soon after their task; those that are still there stand on the task's page.",
    "",
  ].join("\r\n");
}

async function accountJson(pool: Pool, { accountId, userId }: Holder): Promise<string> {
  const parts = Object.entries(ACCOUNT_TABLES).map(
    ([name, select]) =>
      `'${name}', (select coalesce(json_agg(x), '[]') from (${select} limit ${TABLE_ROWS_MAX}) x)`,
  );
  const { rows } = await pool.query<{ all: unknown }>(
    `select json_build_object(${parts.join(", ")}) as all where $1::int is not null and $2::text is not null`,
    [accountId, userId],
  );
  return `${JSON.stringify(rows[0]?.all, null, 2)}\n`;
}

async function tasks(ctx: Source, { accountId }: Holder, cursor: string | null): Promise<Piece> {
  const page = await listCustomerTasks(ctx, {
    accountId,
    before: cursor === null ? undefined : Number(cursor),
    limit: ROWS_A_PIECE,
  });
  return csvPiece(cursor, tasksCsvHeader, page.rows.map(taskCsvLine), page.nextBefore);
}

/** By task_worker_idx. */
async function answers({ pool }: Source, { accountId }: Holder, cursor: string | null): Promise<Piece> {
  const { rows } = await pool.query<{ id: number; finished_at: Date; share_micros: number }>({
    name: "export_answers",
    text: `select id, finished_at, share_micros from task
           where worker_id = $1 and worker_id is not null and account_id <> $1 and id < $2
           order by id desc limit ${ROWS_A_PIECE}`,
    values: [accountId, cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor)],
  });
  const lines = rows.map((row) =>
    csvLine([String(row.id), row.finished_at.toISOString(), String(row.share_micros)]),
  );
  const next = rows.length < ROWS_A_PIECE ? null : (rows.at(-1)?.id ?? null);
  return csvPiece(cursor, csvLine(["task", "finished", "pay_micros"]), lines, next);
}

async function statement(ctx: Source, { accountId }: Holder, cursor: string | null): Promise<Piece> {
  const before = cursor === null ? undefined : Number(cursor);
  const toMs = ctx.clock.nowMs() + 1_000;
  const page = await accountStatement(ctx, { accountId, fromMs: 0, toMs, before }, ROWS_A_PIECE);
  return csvPiece(cursor, statementCsvHeader, page.entries.map(statementCsvLine), page.nextBefore);
}

async function requests(ctx: Source, { accountId }: Holder, cursor: string | null): Promise<Piece> {
  const { days } = await requestRetentionOf(ctx, accountId);
  const { rows } = await ctx.pool.query<{ id: number; entries: Buffer }>({
    name: "export_requests",
    text: `select id, entries from request_log where account_id = $1 and id < $2 and id >= $3
           order by id desc limit ${PACKS_A_PIECE}`,
    values: [
      accountId,
      cursor === null ? Number.MAX_SAFE_INTEGER : Number(cursor),
      firstKeptId(ctx.clock.nowMs(), days),
    ],
  });
  const calls = rows.flatMap(({ id, entries }) => openPack(id, entries).reverse());
  const next = rows.length < PACKS_A_PIECE ? null : String(rows.at(-1)?.id);
  return { text: calls.map((call) => `${JSON.stringify(call)}\n`).join(""), rows: calls.length, next };
}

function csvPiece(cursor: string | null, header: string, lines: string[], next: number | null): Piece {
  const text = (cursor === null ? header : "") + lines.join("");
  return { text, rows: lines.length, next: next === null ? null : String(next) };
}

import { answerTextForm } from "@sightline/contract/answer-text-form";
import type { GoldPage, GoldRow } from "@sightline/contract/gold";
import { taskKindOf } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import type { DomainContext } from "../context";
import { GOLD_STATES } from "./hand-out-statement";

interface Row {
  id: number;
  kind: number;
  has_file: boolean;
  hints: TaskParams | null;
  answers: string[];
  from_task: boolean;
  added_at: Date;
  shown: number;
  right: number;
  wrong: number;
}

/** Gold tasks in one state, the newest first, with how often each was shown and answered. */
export async function listGold(
  ctx: Pick<DomainContext, "pool">,
  { state, before, limit }: { state: GoldRow["state"]; before?: number | undefined; limit: number },
): Promise<GoldPage> {
  const [{ rows }, inUse] = await Promise.all([
    ctx.pool.query<Row>({
      ...GOLD_STATEMENT,
      values: [GOLD_STATES[state], before ?? 2_147_483_647, limit + 1],
    }),
    countInUse(ctx),
  ]);
  const page = rows.slice(0, limit);
  return {
    rows: page.map((row) => toGoldRow(row, state)),
    nextBefore: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    inUse,
  };
}

/** $1 state, $2 numbers below this, $3 rows. Showings by the first column of their key. */
const GOLD_STATEMENT = {
  name: "list_gold",
  text: `
select g.id, g.kind, g.media_type in (1, 2, 3) as has_file, g.hints, g.answers, g.source_task_id is not null as from_task,
  g.added_at, s.shown, s.right, s.wrong
from gold_task g cross join lateral (
  select count(*)::int as shown, (count(*) filter (where outcome = 1))::int as right,
    (count(*) filter (where outcome in (2, 3)))::int as wrong
  from gold_showing where gold_id = g.id
) s
where g.state = $1::smallint and g.id < $2::int
order by g.id desc limit $3::int`,
} as const;

async function countInUse(ctx: Pick<DomainContext, "pool">): Promise<GoldPage["inUse"]> {
  const { rows } = await ctx.pool.query<{ kind: number; count: number }>({
    name: "count_gold",
    text: `select kind, count(*)::int as count from gold_task where state = ${GOLD_STATES.in_use} group by kind order by kind`,
  });
  return rows.map(({ kind, count }) => ({ kind: taskKindOf(kind), count }));
}

function toGoldRow(row: Row, state: GoldRow["state"]): GoldRow {
  const kind = taskKindOf(row.kind);
  return {
    id: row.id,
    kind,
    state,
    pictureUrl: row.has_file ? `/gold-picture/${row.id}` : null,
    asks: row.hints?.question ?? row.hints?.textinstructions ?? null,
    caseMatters: row.hints?.regsense ?? false,
    answers: row.answers.map((answer) => answerTextForm(kind, answer)),
    source: row.from_task ? "task" : "staff",
    addedAtMs: row.added_at.getTime(),
    shown: row.shown,
    right: row.right,
    wrong: row.wrong,
  };
}

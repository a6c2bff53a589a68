import { systemClock } from "@sightline/contract/clock";
import { openPool } from "@sightline/db/database";
import { claimNextCase } from "@sightline/domain/moderation/claim-case";
import { listCases, moderationFigures } from "@sightline/domain/moderation/list-cases";
import type { Figures } from "./figures";
import type { BenchEnvironment } from "./setting/bench-environment";

const CASES = 10_000;
const TIMES = 200;
const MODERATOR = { accountId: 1, role: "moderator" } as const;

/** What the server takes for the first page of the queue, with its figures, and for the next case. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const pool = openPool(await env.database("moderation"), { max: 4, applicationName: "sightline-bench" });
  const ctx = { pool, clock: systemClock };
  try {
    await pool.query(
      `insert into moderation_case (kind, subject, opened_at, deadline_at)
       select (array['bad_report', 'flagged_content', 'support'])[n % 3 + 1], 'bench:' || n, now(),
         now() + ((n * 7919) % 86400) * interval '1 second'
       from generate_series(1, $1::int) n`,
      [CASES],
    );
    await pool.query("analyze moderation_case");
    const page = await timed(async () => {
      await Promise.all([listCases(ctx, { limit: 50, role: "moderator" }), moderationFigures(ctx)]);
    });
    const claim = await timed(() => claimNextCase(ctx, MODERATOR));
    return { "moderation.first_rows_p95_ms": page, "moderation.claim_p95_ms": claim };
  } finally {
    await pool.end();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const tookMs: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const startMs = performance.now();
    await act();
    tookMs.push(performance.now() - startMs);
  }
  tookMs.sort((a, b) => a - b);
  return tookMs[Math.floor(TIMES * 0.95)] ?? 0;
}

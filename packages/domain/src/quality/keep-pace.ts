import { BATCH_MAX, type Service } from "../maintenance/service";
import { numberArray } from "../tasks/id-range";
import { PACE_STEPS_MS } from "./pace-notes";

const DAY_MS = 86_400_000;
const PACE_DAYS = 35;

const ADDED_STEPS = Array.from(
  { length: PACE_STEPS_MS.length + 1 },
  (_, i) => `p.steps[${i + 1}] + excluded.steps[${i + 1}]`,
).join(", ");

/** Adds to each worker's day. Rows are locked in the order of their keys. */
const KEEP_STATEMENT = {
  name: "keep_pace",
  text: `
insert into worker_pace as p (worker_id, kind, day, steps, passed, unreadable, reported, leases_ended,
  timed, timed_ms, timed_squares, hours)
select worker_id, kind, date '1970-01-01' + day, steps::int[], passed, unreadable, reported, leases_ended,
  timed, timed_ms, timed_squares, hours
from unnest($1::int[], $2::smallint[], $3::int[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[],
    $9::int[], $10::bigint[], $11::bigint[], $12::int[])
  as i(worker_id, kind, day, steps, passed, unreadable, reported, leases_ended, timed, timed_ms, timed_squares, hours)
order by worker_id, day, kind
on conflict (worker_id, day, kind) do update set steps = array[${ADDED_STEPS}], passed = p.passed + excluded.passed,
  unreadable = p.unreadable + excluded.unreadable, reported = p.reported + excluded.reported,
  leases_ended = p.leases_ended + excluded.leases_ended, timed = p.timed + excluded.timed,
  timed_ms = p.timed_ms + excluded.timed_ms, timed_squares = p.timed_squares + excluded.timed_squares,
  hours = p.hours | excluded.hours`,
} as const;

/** Writes down what workers did and how fast, and forgets what is older than five weeks. */
export const keepPace: Service = {
  name: "keep-pace",
  everyMs: 5_000,
  async runOnce(ctx) {
    const entries = ctx.pace.take();
    if (entries.length > 0) {
      await ctx.pool.query({
        ...KEEP_STATEMENT,
        values: [
          numberArray(entries.map(({ workerId }) => workerId)),
          numberArray(entries.map(({ kindNumber }) => kindNumber)),
          numberArray(entries.map(({ day }) => day)),
          entries.map(({ steps }) => numberArray(steps)),
          numberArray(entries.map(({ passed }) => passed)),
          numberArray(entries.map(({ unreadable }) => unreadable)),
          numberArray(entries.map(({ reported }) => reported)),
          numberArray(entries.map(({ leasesEnded }) => leasesEnded)),
          numberArray(entries.map(({ timed }) => timed)),
          numberArray(entries.map(({ timedMs }) => timedMs)),
          numberArray(entries.map(({ timedSquares }) => timedSquares)),
          numberArray(entries.map(({ hours }) => hours)),
        ],
      });
    }
    const { rowCount } = await ctx.pool.query({
      name: "sweep_pace",
      text: `delete from worker_pace where ctid = any(array(
               select ctid from worker_pace where day < $1::date order by day limit ${BATCH_MAX}))`,
      values: [new Date(ctx.clock.nowMs() - PACE_DAYS * DAY_MS)],
    });
    return rowCount ?? 0;
  },
};

import type { StaffWorkerRow } from "@sightline/contract/staff-workers";
import { CHALLENGE_KINDS, TASK_KINDS } from "@sightline/contract/task-kinds";
import { medianOfSteps, PACE_STEPS_MS } from "../quality/pace-notes";
import { skillMean } from "../quality/skill";
import { signalsOf, type WorkerWeek } from "./abuse-signals";

const SUMMED_STEPS = Array.from(
  { length: PACE_STEPS_MS.length + 1 },
  (_, i) => `coalesce(sum(steps[${i + 1}]), 0)::int`,
).join(", ");

/** Fewer answers of a kind say nothing about how even their pace is. */
const TIMED_MIN = 50;
/** The widget decides how long these take. */
const UNTIMED_KINDS = CHALLENGE_KINDS.map((kind) => TASK_KINDS[kind].number).join(", ");

/** Of `a` (account) and `u` (auth_user); $1 is the first day that counts, $2 the time. By primary keys. */
export const WORKER_COLUMNS = `a.id, u.email, f.suspended_at is not null as suspended, a.available_micros,
  a.pending_micros, s.right_weight, s.wrong_weight, s.suspended_kinds, p.steps, p.passed, p.unreadable, l.same_machine,
  e.timed, e.spread, h.busiest_hours`;
export const WORKER_JOINS = `
  join account_profile f on f.account_id = a.id
  cross join lateral (
    select coalesce(sum(right_weight), 0) as right_weight, coalesce(sum(wrong_weight), 0) as wrong_weight,
      (count(*) filter (where suspended_at is not null))::int as suspended_kinds
    from worker_standing where worker_id = a.id
  ) s
  cross join lateral (
    select array[${SUMMED_STEPS}] as steps, coalesce(sum(passed), 0)::int as passed,
      coalesce(sum(unreadable), 0)::int as unreadable
    from worker_pace where worker_id = a.id and day >= $1::date
  ) p
  cross join lateral (
    select count(*)::int as same_machine from account_link k join account o on o.id = k.other_id and o.role = 'worker'
    where k.worker_id = a.id and k.until > $2::timestamptz
  ) l
  left join lateral (
    select timed::int, sqrt(greatest(squares / timed - (ms / timed) ^ 2, 0)) / greatest(ms / timed, 1) as spread
    from (
      select sum(timed)::float8 as timed, sum(timed_ms)::float8 as ms, sum(timed_squares)::float8 as squares
      from worker_pace where worker_id = a.id and day >= $1::date and kind not in (${UNTIMED_KINDS}) group by kind
    ) k
    where timed >= ${TIMED_MIN} order by spread limit 1
  ) e on true
  cross join lateral (
    select coalesce(max(bit_count(hours::bit(24))), 0)::int as busiest_hours
    from (select bit_or(hours) as hours from worker_pace where worker_id = a.id and day >= $1::date group by day) d
  ) h`;

export interface WorkerColumns {
  id: number;
  email: string;
  suspended: boolean;
  available_micros: number;
  pending_micros: number;
  right_weight: number;
  wrong_weight: number;
  suspended_kinds: number;
  steps: number[];
  passed: number;
  unreadable: number;
  same_machine: number;
  timed: number | null;
  spread: number | null;
  busiest_hours: number;
}

export function weekOf(columns: WorkerColumns): WorkerWeek {
  const { steps, passed, unreadable, same_machine, timed, spread, busiest_hours } = columns;
  const answered = steps.reduce((sum, count) => sum + count, 0);
  // Nobody reads a picture and types what it says within a second.
  const fast = (steps[0] ?? 0) + (steps[1] ?? 0);
  const evenest =
    timed === null || spread === null ? null : { answered: timed, spreadPercent: Math.round(100 * spread) };
  return {
    answered,
    fast,
    passed,
    unreadable,
    sameMachine: same_machine,
    evenest,
    busiestHours: busiest_hours,
  };
}

export function toWorkerRow(row: WorkerColumns): StaffWorkerRow {
  const skill = { right: row.right_weight, wrong: row.wrong_weight };
  const week = weekOf(row);
  return {
    accountId: row.id,
    email: row.email,
    suspended: row.suspended,
    judged: Math.round(skill.right + skill.wrong),
    accuracy: skillMean(skill),
    answered7d: week.answered,
    medianMs: medianOfSteps(row.steps),
    pendingMicros: row.pending_micros,
    suspendedKinds: row.suspended_kinds,
    signals: signalsOf(week).map(({ signal }) => signal),
  };
}

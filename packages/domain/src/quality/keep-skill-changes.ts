import { BATCH_MAX, type Service } from "../maintenance/service";

const DAY_MS = 86_400_000;
/** What changed a score can be looked up this long; the score itself stays. */
const SKILL_CHANGE_DAYS = 90;

export const keepSkillChanges: Service = {
  name: "keep-skill-changes",
  everyMs: 60_000,
  async runOnce(ctx) {
    const { rowCount } = await ctx.pool.query({
      name: "sweep_skill_changes",
      text: `delete from skill_change where ctid = any(array(
               select ctid from skill_change where changed_at < $1 order by changed_at limit ${BATCH_MAX}))`,
      values: [new Date(ctx.clock.nowMs() - SKILL_CHANGE_DAYS * DAY_MS)],
    });
    return rowCount ?? 0;
  },
};

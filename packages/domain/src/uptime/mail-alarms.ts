import type { FloorAlarm } from "@sightline/contract/floor";
import { formatUsd } from "@sightline/contract/money";
import { openDatabase } from "@sightline/db/database";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { queueMail } from "../mail/queue-mail";
import type { Service } from "../maintenance/service";
import { viewFloor } from "../staff/view-floor";

const HOUR_MS = 3_600_000;
const ADMINS_MAX = 20;

/**
 * Mails the admins what the floor's alarms say, each alarm once an hour at most, whichever process sees it first.
 * Alarms that are seen together make one mail.
 */
export const mailAlarms: Service = {
  name: "mail-alarms",
  everyMs: 60_000,
  async runOnce(ctx) {
    if (ctx.mail.options.mode === "off") return 0;
    const { alarms } = await viewFloor(ctx);
    return alarms.length === 0 ? 0 : mailNewOnes(ctx, alarms);
  },
};

async function mailNewOnes(ctx: DomainContext, alarms: FloorAlarm[]): Promise<number> {
  const nowMs = ctx.clock.nowMs();
  return inTransaction(ctx.pool, async (client) => {
    // By name, so that two processes lock them in the same order.
    const { rows } = await client.query<{ alarm: string }>({
      name: "take_alarms",
      text: `insert into alarm_mail (alarm, mailed_at) select a, $2 from unnest($1::text[]) a order by a
             on conflict (alarm) do update set mailed_at = excluded.mailed_at where alarm_mail.mailed_at <= $3
             returning alarm`,
      values: [alarms.map(nameOf), new Date(nowMs), new Date(nowMs - HOUR_MS)],
    });
    const taken = new Set(rows.map(({ alarm }) => alarm));
    const lines = alarms.filter((alarm) => taken.has(nameOf(alarm))).map(says);
    if (lines.length === 0) return 0;
    const admins = await client.query<{ email: string }>(
      `select u.email from auth_user u join account a on a.id = u.account_id
       where a.role = 'admin' order by a.id limit ${ADMINS_MAX}`,
    );
    const text = [...lines, "", `${ctx.mail.options.publicUrl}/staff/floor`].join("\n");
    const subject = lines.length === 1 ? `Alarm: ${lines[0]}` : `${lines.length} alarms`;
    for (const { email } of admins.rows) {
      await queueMail(ctx, { to: email, subject, text }, openDatabase(client));
    }
    return lines.length;
  });
}

function nameOf(alarm: FloorAlarm): string {
  return "kind" in alarm ? `${alarm.alarm}:${alarm.kind}` : alarm.alarm;
}

function says(alarm: FloorAlarm): string {
  switch (alarm.alarm) {
    case "ledger_off":
      return `the ledger is off by ${formatUsd(alarm.micros)}`;
    case "nobody_at_work":
      return `tasks wait and nobody is connected (${alarm.queued})`;
    case "tasks_wait_long":
      return `${alarm.kind}: the oldest task has waited ${Math.round(alarm.oldestMs / 1000)} s`;
    case "many_unsolved":
      return `${alarm.kind}: ${Math.round(alarm.share * 100)} % of the last 10 minutes ended unsolved`;
  }
}

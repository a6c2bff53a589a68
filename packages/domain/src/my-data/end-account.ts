import { openDatabase } from "@sightline/db/database";
import type pg from "pg";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { queueMail } from "../mail/queue-mail";
import { suspensionsChanged } from "../standing/suspend-account";

const REASON = "This account was deleted at its holder's wish.";

/**
 * The moment at which an account ends, in one transaction: nobody can log in, no key works, nothing renews, and who it
 * was is gone. Queued tasks end unpaid, since it is suspended (standing/keep-suspensions.ts). False when its holder has
 * kept it meanwhile, or another process was first.
 */
export async function endAccount(ctx: DomainContext, accountId: number): Promise<boolean> {
  const sessions = await inTransaction(ctx.pool, async (client) => {
    const { rowCount } = await client.query(
      `update account_deletion set state = 1, user_id = null where account_id = $1 and state = 0 and due_at <= $2`,
      [accountId, new Date(ctx.clock.nowMs())],
    );
    if (!rowCount) return null;
    await client.query(
      `update account_profile set suspended_at = $2, suspended_reason = $3, suspended_until = null,
         suspended_evidence = null,          allowed_addresses = '{}', muted_notices = '{}' where account_id = $1`,
      [accountId, new Date(ctx.clock.nowMs()), REASON],
    );
    await client.query(
      `update api_key set revoked_at = coalesce(revoked_at, $2), name = 'deleted', prefix = '', test_key = null,
         allowed_addresses = '{}', previous_sha256 = null, previous_prefix = null, previous_until = null
       where account_id = $1`,
      [accountId, new Date(ctx.clock.nowMs())],
    );
    await client.query("update package_purchase set renew = false where account_id = $1 and renew", [
      accountId,
    ]);
    return forgetUser(ctx, client, accountId);
  });
  if (sessions === null) return false;
  for (const id of sessions) {
    ctx.sessions.forgetSession(id);
    ctx.hints.changed(`session:${id}`);
  }
  await suspensionsChanged(ctx, accountId);
  return true;
}

/** The whole team, and whoever is asked into it: a user's row takes sessions, password, second factor and links with it. Says which sessions there were. */
async function forgetUser(ctx: DomainContext, client: pg.PoolClient, accountId: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "select s.id from auth_session s join auth_user u on u.id = s.user_id where u.account_id = $1 or u.member_of = $1",
    [accountId],
  );
  // First: whoever accepts one at this moment is a member by the next line.
  await client.query("delete from team_invitation where account_id = $1", [accountId]);
  const gone = await client.query<{ email: string }>(
    "delete from auth_user where account_id = $1 or member_of = $1 returning email",
    [accountId],
  );
  for (const { email } of gone.rows) {
    const text =
      "Your account at Sightline is deleted, as was asked a week ago. Your name, your address and what you sent are being wiped. What must stay by law, the entries of the ledger and invoices, names the account by its number alone, but for invoices.\n";
    await queueMail(ctx, { to: email, subject: "Your account is deleted", text }, openDatabase(client));
  }
  return rows.map(({ id }) => id);
}

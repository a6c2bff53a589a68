import type { RoleChangeRow } from "@sightline/contract/staff-accounts";
import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { Authentication } from "../auth/authentication";
import { endSessions } from "../auth/end-sessions";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";

const WAITING_MAX = 100;
type StaffRole = "moderator" | "admin";

/** An admin asks that a moderator become an admin, or the other way round. Nothing changes until another one approves. */
export async function askForRole(
  ctx: Pick<DomainContext, "pool" | "clock">,
  wanted: { accountId: number; role: StaffRole; reason: string; askedBy: number },
): Promise<void> {
  const { accountId, role, reason, askedBy } = wanted;
  if (accountId === askedBy)
    throw new Refusal("conflict", "Another admin must ask for a change of your role.");
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ from_role: StaffRole }>(
      `insert into role_change (account_id, from_role, to_role, reason, state, asked_by, asked_at)
       select id, role, $2, $3, 'waiting', $4, $5 from account
       where id = $1 and role in ('moderator', 'admin') and role <> $2
       on conflict do nothing returning from_role`,
      [accountId, role, reason, askedBy, new Date(ctx.clock.nowMs())],
    );
    const [asked] = rows;
    if (asked === undefined)
      throw new Refusal("conflict", "Nobody on the staff has the other role, or a change waits already.");
    await recordStaffAct(client, {
      actorId: askedBy,
      act: "ask_for_role",
      subject: `account:${accountId}`,
      before: { role: asked.from_role },
      after: { role },
      reason,
    });
  });
}

/**
 * Another admin approves, and the new role holds at once: whoever has it is logged out. Who asked, or anybody else, may
 * refuse. One admin always stays.
 */
export async function decideRole(
  ctx: DomainContext,
  auth: Authentication,
  { changeId, approve, decidedBy }: { changeId: number; approve: boolean; decidedBy: number },
): Promise<void> {
  const userId = await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<Change>(
      `select account_id, from_role, to_role, asked_by from role_change
       where id = $1 and state = 'waiting' for update`,
      [changeId],
    );
    const [change] = rows;
    if (change === undefined) throw new Refusal("conflict", "This change no longer waits.");
    if (approve && change.asked_by === decidedBy)
      throw new Refusal("conflict", "Another admin must approve what you have asked for.");
    if (approve && change.account_id === decidedBy)
      throw new Refusal("conflict", "Another admin must approve a change of your role.");
    await client.query("update role_change set state = $2, decided_by = $3, decided_at = $4 where id = $1", [
      changeId,
      approve ? "approved" : "refused",
      decidedBy,
      new Date(ctx.clock.nowMs()),
    ]);
    const changed = approve ? await setRole(client, change) : null;
    await recordStaffAct(client, {
      actorId: decidedBy,
      act: approve ? "approve_role" : "refuse_role",
      subject: `account:${change.account_id}`,
      before: { role: change.from_role },
      after: { role: approve ? change.to_role : change.from_role },
    });
    return changed;
  });
  if (userId !== null) await endSessions(ctx, auth, userId);
}

interface Change {
  account_id: number;
  from_role: StaffRole;
  to_role: StaffRole;
  asked_by: number;
}

async function setRole(
  client: Pick<pg.ClientBase, "query">,
  { account_id, from_role, to_role }: Change,
): Promise<string> {
  // All admins are locked, so that two changes at the same time cannot take the last two.
  const admins = await client.query<{ id: number }>(
    "select id from account where role = 'admin' order by id for update",
  );
  if (to_role !== "admin" && admins.rows.length <= 1)
    throw new Refusal("conflict", "The last admin stays an admin.");
  await client.query("update account set role = $2 where id = $1 and role = $3", [
    account_id,
    to_role,
    from_role,
  ]);
  const { rows } = await client.query<{ id: string }>(
    "update auth_user set role = $2 where account_id = $1 and role = $3 returning id",
    [account_id, to_role, from_role],
  );
  const [user] = rows;
  if (user === undefined) throw new Refusal("conflict", "The role has changed meanwhile.");
  return user.id;
}

/** What waits for a second admin. */
export async function listRoleChanges(
  ctx: Pick<DomainContext, "pool">,
  actorId: number,
): Promise<RoleChangeRow[]> {
  const { rows } = await ctx.pool.query<Omit<RoleChangeRow, "askedAtMs"> & { asked_at: Date }>(
    `select c.id, c.account_id as "accountId", u.email, c.from_role as "fromRole", c.to_role as "toRole", c.reason,
       s.email as "askedByEmail", c.asked_at, c.asked_by = $1::int as "isMine"
     from role_change c left join auth_user u on u.account_id = c.account_id
       left join auth_user s on s.account_id = c.asked_by
     where c.state = 'waiting' order by c.id limit ${WAITING_MAX}`,
    [actorId],
  );
  return rows.map(({ asked_at, ...row }) => ({ ...row, askedAtMs: asked_at.getTime() }));
}

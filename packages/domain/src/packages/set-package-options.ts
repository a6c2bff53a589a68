import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { PACKAGE_STATES } from "./package-states";

/** Whether the package is bought again at its end, and what happens to a task that finds no free thread. */
export async function setPackageOptions(
  ctx: Pick<DomainContext, "pool">,
  {
    accountId,
    renew,
    overflow,
  }: { accountId: number; renew?: boolean | undefined; overflow?: boolean | undefined },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const { rowCount } = await client.query(
      `update account set package_overflow = coalesce($2::boolean, package_overflow)
       where id = $1 and role = 'customer'`,
      [accountId, overflow ?? null],
    );
    if (rowCount === 0) throw new Refusal("not_found", "There is no such customer.");
    if (renew === undefined) return;
    await client.query(
      `update package_purchase set renew = $2
       where account_id = $1 and state in (${PACKAGE_STATES.waiting}, ${PACKAGE_STATES.running})`,
      [accountId, renew],
    );
  });
}

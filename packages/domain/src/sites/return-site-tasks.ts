import { CHALLENGE_KINDS, isChallenge, TASK_KINDS, taskKindOf } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import { isVendorTestKey } from "@sightline/contract/vendor-test-keys";
import type { DomainContext } from "../context";
import { BATCH_MAX } from "../maintenance/service";
import { STATES } from "../tasks/states";
import { findSiteRefusal } from "./find-site-refusal";
import { hostOfPage } from "./host-of-page";

const BATCHES_MAX = 20;

/** Walks open_task_account_idx; a customer has few open challenges, and few pictures that belong to a site. */
const OPEN_SITE_TASKS_STATEMENT = {
  name: "open_site_tasks",
  text: `
select o.id, o.account_id, o.kind, i.hints as params, g.host
from open_task o join task_input i on i.task_id = o.id left join gated_task g on g.task_id = o.id
where o.account_id = any($1::int[]) and o.id > $2::bigint and o.state in (${STATES.queued}, ${STATES.reserved})
  and (o.kind in (${CHALLENGE_KINDS.map((kind) => TASK_KINDS[kind].number).join(", ")}) or g.host is not null)
order by o.id limit ${BATCH_MAX}`,
} as const;

/**
 * Ends the challenges of these accounts, and the pictures cut from some, that no worker has begun and whose site does
 * not stand any more; nothing is charged. One that slips through is met by the gate of the dispatch, or by its own end. Returns how many.
 */
export async function returnSiteTasks(ctx: DomainContext, accountIds: readonly number[]): Promise<number> {
  let returned = 0;
  let afterId = 0;
  for (let batch = 0; batch < BATCHES_MAX; batch++) {
    const { rows } = await ctx.pool.query<OpenSiteTask>({
      ...OPEN_SITE_TASKS_STATEMENT,
      values: [accountIds, afterId],
    });
    const lost = await Promise.all(rows.map((row) => hasLostItsSite(ctx, row)));
    const settled = await Promise.all(
      rows
        .filter((_, i) => lost[i])
        .map(({ id }) =>
          ctx.lanes.settle.push([{ taskId: id, workerId: 0, leaseNo: 0, event: "site_lost" }]),
        ),
    );
    returned += settled.flat().filter((event) => event !== null).length;
    afterId = rows.at(-1)?.id ?? 0;
    if (rows.length < BATCH_MAX) break;
  }
  return returned;
}

interface OpenSiteTask {
  id: number;
  account_id: number;
  kind: number;
  params: TaskParams | null;
  /** Of a picture's page. */
  host: string | null;
}

async function hasLostItsSite(ctx: DomainContext, task: OpenSiteTask): Promise<boolean> {
  const { account_id: accountId } = task;
  const host = hostOf(task);
  return host !== null && (await findSiteRefusal(ctx, { accountId, host })) !== null;
}

/** Null where no site is needed, as with a vendor's test key. */
function hostOf({ kind, params, host }: OpenSiteTask): string | null {
  if (!isChallenge(taskKindOf(kind))) return host;
  const challenge = params?.challenge;
  if (!challenge || isVendorTestKey(taskKindOf(kind), challenge.siteKey)) return null;
  return hostOfPage(challenge.pageUrl);
}

import type { DomainContext } from "../context";
import { loadInputs } from "../dispatch/assignment";
import { ChallengeGate } from "../dispatch/challenge-gate";
import { checkSite } from "./check-site";
import { gatesOf } from "./gated-tasks";

/** The gate of a process's dispatch, which looks at sites and ends the tasks of those that are lost. */
export function openChallengeGate(ctx: () => DomainContext): ChallengeGate {
  return new ChallengeGate({
    nowMs: () => ctx().clock.nowMs(),
    warn: (error, says) => ctx().log.warn({ err: error }, says),
    siteFor: (accountId, host) => ctx().sites.siteFor(accountId, host),
    inputsOf: (taskIds) => loadInputs(ctx().hotPool, ctx().inputs, taskIds),
    gatesOf: (taskIds) => gatesOf(ctx(), taskIds),
    check: (site) => checkSite(ctx(), site, "dispatch"),
    loseTask: (taskId) => ctx().lanes.settle.push([{ taskId, workerId: 0, leaseNo: 0, event: "site_lost" }]),
    wake: () => ctx().floor.dispatcher.wake(),
  });
}

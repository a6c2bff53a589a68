import type { DomainContext } from "../context";

/** Lets this and the other processes see a change of an account's sites, and hand out what waited for it. */
export function siteChanged(ctx: Pick<DomainContext, "sites" | "hints" | "floor">, accountId: number): void {
  ctx.sites.forget(accountId);
  ctx.hints.changed(`sites:${accountId}`);
  ctx.floor.dispatcher.wake();
}

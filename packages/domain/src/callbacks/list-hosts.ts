import type { DomainContext } from "../context";
import type { CallbackHost } from "./callback-hosts";

/** The hosts that an account may be called back at, in the order of registration, switched-off ones included. */
export function listCallbackHosts(ctx: DomainContext, accountId: number): Promise<readonly CallbackHost[]> {
  return ctx.callbackHosts.read(accountId);
}

import type { CallbackEndpoint } from "@sightline/contract/callbacks";
import type { DomainContext } from "../context";
import { failureWords } from "./list-deliveries";
import { listCallbackHosts } from "./list-hosts";

/** The hosts as their customer looks at them: with the reason of what fails in words. */
export async function listEndpoints(ctx: DomainContext, accountId: number): Promise<CallbackEndpoint[]> {
  const hosts = await listCallbackHosts(ctx, accountId);
  return hosts.map(({ host, port, registeredAtMs, failingSinceMs, switchedOffAtMs, lastFailure }) => ({
    host,
    port,
    registeredAtMs,
    failingSinceMs,
    switchedOffAtMs,
    failure: failureWords(lastFailure),
  }));
}

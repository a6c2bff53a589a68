import type { DomainContext } from "../context";
import { Refusal } from "../refusal";
import { writeCallbackAddress } from "./read-callback-address";
import { removeCallbackHosts } from "./remove-hosts";

/** Takes one host off the list. */
export async function removeEndpoint(
  ctx: DomainContext,
  { accountId, host, port }: { accountId: number; host: string; port: number },
): Promise<void> {
  const reply = await removeCallbackHosts(ctx, { accountId, addr: writeCallbackAddress({ host, port }) });
  if (!reply?.removed) throw new Refusal("not_found", "There is no such callback host.");
}

import type { KeyScope } from "@sightline/contract/api-keys";
import { admitRead } from "@sightline/domain/limits/admit-read";
import { findScopeRefusal } from "../wire/scope-refusal";
import { describeBan } from "./describe-ban";
import { JsonRefusal } from "./json-refusal";
import type { MethodCall } from "./method-call";

/**
 * Counts a call that only reads or reports, together with those of the classic protocol. Throws when it is too many, and
 * when the key was not made for it.
 */
export function admitJsonRead({ ctx, holder, meter }: MethodCall, scope?: KeyScope): void {
  const limited = admitRead(ctx, holder);
  const { accountId, limitOverrides } = holder;
  const max = ctx.limits.maxResultReads(accountId, limitOverrides.result_reads);
  meter.counted = { limit: "result_reads", subject: accountId, max };
  if (limited !== null) {
    const says = describeBan(ctx, limited, { accountId, address: meter.address });
    throw new JsonRefusal(limited, says ?? undefined);
  }
  const outOfScope = scope ? findScopeRefusal(holder, scope) : null;
  if (outOfScope !== null) throw new JsonRefusal("ERROR_KEY_NOT_ALLOWED", outOfScope);
}

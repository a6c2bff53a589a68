import { admitRead } from "@sightline/domain/limits/admit-read";
import { describeBan } from "./describe-ban";
import { JsonRefusal } from "./json-refusal";
import type { MethodCall } from "./method-call";

/** Counts a call that only reads or reports, together with those of the classic protocol. Throws when it is too many. */
export function admitJsonRead({ ctx, holder, meter }: MethodCall): void {
  const limited = admitRead(ctx, holder);
  const { accountId, limitOverrides } = holder;
  const max = ctx.limits.maxResultReads(accountId, limitOverrides.result_reads);
  meter.counted = { limit: "result_reads", subject: accountId, max };
  if (limited === null) return;
  throw new JsonRefusal(
    limited,
    describeBan(ctx, limited, { accountId, address: meter.address }) ?? undefined,
  );
}

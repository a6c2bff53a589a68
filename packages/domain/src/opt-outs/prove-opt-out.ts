import { type OptOutOutcome, SITE_METHODS } from "@sightline/contract/sites";
import { optOut } from "@sightline/db/schema/opt-out";
import { and, eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { hitExactLimit } from "../limits/hit-exact-limit";
import { Refusal } from "../refusal";
import { switchOffForOwner } from "./switch-off-for-owner";

/** Looks for the token of an opt-out in all three places; where it is found, the host is switched off at once. */
export async function proveOptOut(
  ctx: DomainContext,
  { id, token, sender }: { id: number; token: string; sender: string },
): Promise<OptOutOutcome> {
  const verdict = await hitExactLimit(ctx, "opt_out_proofs", addressSubject(sender));
  if (!verdict.allowed) throw new Refusal("busy", "Too many checks from your address. Try again later.");
  const [row] = await ctx.db
    .select()
    .from(optOut)
    .where(and(eq(optOut.id, id), eq(optOut.token, token)));
  if (!row) return "unknown";
  if (row.switchedOffAt !== null) return "switched_off";
  const { host } = row;
  const findings = await Promise.all(
    SITE_METHODS.map((method) => ctx.siteProver.prove({ host, method, token })),
  );
  if (!findings.some(({ outcome }) => outcome === "good")) return "not_proved";
  await switchOffForOwner(ctx, row);
  return "switched_off";
}

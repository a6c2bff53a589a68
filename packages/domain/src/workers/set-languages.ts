import { workerProfile } from "@sightline/db/schema/worker-standing";
import type { DomainContext } from "../context";

/** The languages a worker reads; tasks that ask for one go to who knows it first. Heard of within seconds. */
export async function setLanguages(
  ctx: Pick<DomainContext, "db">,
  { workerId, languages }: { workerId: number; languages: readonly string[] },
): Promise<void> {
  const known = [...new Set(languages)].sort();
  await ctx.db
    .insert(workerProfile)
    .values({ workerId, languages: known })
    .onConflictDoUpdate({ target: workerProfile.workerId, set: { languages: known } });
}

import type { ShownEvidence } from "@sightline/contract/abuse-signals";
import type { Suspension } from "@sightline/contract/standing";
import type { Pool } from "@sightline/db/database";

const ACCOUNTS_MAX = 50_000;

/**
 * The accounts that are suspended, in memory: every call of a person asks. Read at start, each second and on a hint, so
 * that a suspension holds at once here and within a second elsewhere.
 */
export class Suspensions {
  #byAccount = new Map<number, Suspension>();

  constructor(private readonly pool: Pool) {}

  async load(): Promise<void> {
    const { rows } = await this.pool.query<{
      id: number;
      reason: string | null;
      since: Date;
      until: Date | null;
      evidence: ShownEvidence[] | null;
    }>({
      name: "load_suspensions",
      text: `select account_id as id, suspended_reason as reason, suspended_at as since, suspended_until as until,
               suspended_evidence as evidence
             from account_profile where suspended_at is not null order by suspended_at desc limit ${ACCOUNTS_MAX}`,
    });
    this.#byAccount = new Map(
      rows.map(({ id, reason, since, until, evidence }) => [
        id,
        {
          reason: reason ?? "No reason was written down.",
          sinceMs: since.getTime(),
          untilMs: until?.getTime() ?? null,
          evidence: evidence ?? [],
        },
      ]),
    );
  }

  of(accountId: number): Suspension | null {
    return this.#byAccount.get(accountId) ?? null;
  }

  accountIds(): number[] {
    return [...this.#byAccount.keys()];
  }
}

import type { Clock } from "@sightline/contract/clock";
import type { Role } from "@sightline/contract/roles";
import type { Pool } from "@sightline/db/database";
import type { Actor } from "../auth/actor";

const RUNNING_MAX = 1_000;

export interface Viewing {
  actor: Omit<Actor, "sessionId">;
  untilMs: number;
}

/** Which sessions look at another account's pages, in memory: every call of a person asks. Read each second and on a hint. */
export class Impersonations {
  #bySession = new Map<string, Viewing>();

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  async load(): Promise<void> {
    const { rows } = await this.pool.query<{
      session_id: string;
      account_id: number;
      ends_at: Date;
      user_id: string;
      role: Role;
      name: string;
      email: string;
    }>({
      name: "load_impersonations",
      text: `select i.session_id, i.account_id, i.ends_at, u.id as user_id, u.role, u.name, u.email
             from impersonation i join auth_user u on u.account_id = i.account_id
             where i.stopped_at is null and i.ends_at > $1 order by i.id limit ${RUNNING_MAX}`,
      values: [new Date(this.clock.nowMs())],
    });
    this.#bySession = new Map(
      rows.map(({ session_id, account_id, ends_at, user_id, role, name, email }) => [
        session_id,
        {
          actor: { userId: user_id, accountId: account_id, role, teamRole: "owner", name, email },
          untilMs: ends_at.getTime(),
        },
      ]),
    );
  }

  of(sessionId: string): Viewing | null {
    if (this.#bySession.size === 0) return null;
    const viewing = this.#bySession.get(sessionId);
    return viewing !== undefined && viewing.untilMs > this.clock.nowMs() ? viewing : null;
  }
}

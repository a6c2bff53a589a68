import type { Clock } from "@sightline/contract/clock";
import { LIMITS } from "@sightline/contract/limits";
import { PICTURE_KINDS, TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import { firstIdAt } from "@sightline/db/task-id";
import { pictureDigest } from "./picture-digest";

const BLOCKS_MAX = 50_000;
const LONGEST_LIFE_MS = Math.max(...PICTURE_KINDS.map((kind) => TASK_KINDS[kind].lifetimeMs));
const WINDOW_MS = LIMITS.bad_images.windowMs;
const EVERYBODY = 0;

type PictureRefusal = "ERROR_CAPTCHAIMAGE_BLOCKED" | "TOO_MANY_BAD_IMAGES";

/**
 * Pictures that are not taken, and accounts of which none is, in memory: every submission asks. Read at start, each
 * second and on a hint. A picture is hashed only when one of the same length is blocked for its account.
 */
export class ImageBlocks {
  /** By length and account: digests in hex. */
  #digests = new Map<string, Set<string>>();
  #refused = new Map<number, { unreadable: number; ended: number }>();

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  async load(): Promise<void> {
    const nowMs = this.clock.nowMs();
    const [blocks, refused] = await Promise.all([
      this.pool.query<{ account_id: number; byte_count: number; digest: string }>({
        name: "load_image_blocks",
        text: `select coalesce(account_id, ${EVERYBODY}) as account_id, byte_count, encode(sha256, 'hex') as digest
               from image_block where lifted_at is null and (ends_at is null or ends_at > $1)
               order by id desc limit ${BLOCKS_MAX}`,
        values: [new Date(nowMs)],
      }),
      this.pool.query<{ account_id: number; unreadable: number; ended: number }>({
        ...REFUSED_STATEMENT,
        values: [
          new Date(nowMs - WINDOW_MS),
          firstIdAt(nowMs - WINDOW_MS - LONGEST_LIFE_MS),
          PICTURE_KINDS.map((kind) => TASK_KINDS[kind].number),
        ],
      }),
    ]);
    const digests = new Map<string, Set<string>>();
    for (const { account_id, byte_count, digest } of blocks.rows) {
      const name = `${account_id} ${byte_count}`;
      const known = digests.get(name) ?? new Set();
      digests.set(name, known.add(digest));
    }
    this.#digests = digests;
    this.#refused = new Map(refused.rows.map(({ account_id, ...counts }) => [account_id, counts]));
  }

  /** Why a submission's pictures are not taken; null when they are. The order is that of protocol.md, rule 1. */
  refusalOf(
    accountId: number,
    kind: TaskKind,
    pictures: readonly { bytes: Buffer }[],
  ): PictureRefusal | null {
    if (this.#digests.size === 0 && this.#refused.size === 0) return null;
    if (!(PICTURE_KINDS as readonly TaskKind[]).includes(kind)) return null;
    if (this.#digests.size > 0 && this.#isBlocked(accountId, pictures)) return "ERROR_CAPTCHAIMAGE_BLOCKED";
    return this.#refused.has(accountId) ? "TOO_MANY_BAD_IMAGES" : null;
  }

  /** What the account is refused for: what ended lately, and how much of it nobody could read. */
  refusedFor(accountId: number): { unreadable: number; ended: number } | null {
    return this.#refused.get(accountId) ?? null;
  }

  refusedAccounts(): number[] {
    return [...this.#refused.keys()];
  }

  #isBlocked(accountId: number, pictures: readonly { bytes: Buffer }[]): boolean {
    const length = pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const own = this.#digests.get(`${accountId} ${length}`);
    const everybodys = this.#digests.get(`${EVERYBODY} ${length}`);
    if (own === undefined && everybodys === undefined) return false;
    const digest = pictureDigest(pictures.map(({ bytes }) => bytes)).toString("hex");
    return own?.has(digest) === true || everybodys?.has(digest) === true;
  }
}

/**
 * $1 since when, $2 first id that can have ended since, $3 kinds with pictures. Accounts with at least `bad_images`
 * ended pictures, more than half of them unreadable: whatever an account sends, no more rows are looked at than twice
 * its unreadable ones.
 */
const REFUSED_STATEMENT = {
  name: "accounts_of_bad_images",
  text: `
select s.account_id, s.unreadable, n.ended
from (
  select m.account_id, count(*)::int as unreadable,
    coalesce(max(p.limit_overrides ->> 'bad_images')::int, ${LIMITS.bad_images.max}) as at_least
  from image_mark m join account_profile p on p.account_id = m.account_id
  where m.ended_at > $1 and m.excused_at is null
  group by m.account_id
) s
cross join lateral (
  select count(*)::int as ended from (
    select from task t where t.account_id = s.account_id and t.id >= $2 and t.finished_at > $1
      and t.kind = any($3::smallint[])
    order by t.id desc limit s.unreadable * 2
  ) t
) n
where s.unreadable * 2 > s.at_least and n.ended < s.unreadable * 2 and n.ended >= s.at_least`,
} as const;

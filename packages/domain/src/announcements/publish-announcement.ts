import type { AnnouncementTone, Audience } from "@sightline/contract/announcements";
import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";

interface Words {
  audience: Audience;
  tone: AnnouncementTone;
  text: string | null;
  untilMs: number | null;
}

/** An admin tells everybody something, or says it anew: what is shown from now on is this version. */
export async function publishAnnouncement(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { id, publishedBy, ...words }: Words & { id?: number | undefined; publishedBy: number },
): Promise<{ id: number; version: number }> {
  if (words.untilMs !== null && words.untilMs <= ctx.clock.nowMs())
    throw new Refusal("conflict", "An announcement ends in the future. Choose a later time.");
  return inTransaction(ctx.pool, async (client) => {
    const latest = id === undefined ? null : await lockLatest(client, id);
    const announcementId = latest?.id ?? (await nextId(client));
    return addVersion(ctx, client, {
      id: announcementId,
      latest,
      words,
      act: "publish_announcement",
      by: publishedBy,
    });
  });
}

/** Takes an announcement off: a version without a text. */
export async function withdrawAnnouncement(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { id, version, withdrawnBy }: { id: number; version: number; withdrawnBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const latest = await lockLatest(client, id, version);
    if (latest.text === null) throw new Refusal("conflict", "It is withdrawn already.");
    const words = { ...latest, text: null };
    await addVersion(ctx, client, { id, latest, words, act: "withdraw_announcement", by: withdrawnBy });
  });
}

/** Undoes the latest version: says again what the one before it said, or withdraws the first. */
export async function undoAnnouncement(
  ctx: Pick<DomainContext, "pool" | "clock">,
  { id, version, undoneBy }: { id: number; version: number; undoneBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const latest = await lockLatest(client, id, version);
    const before = version > 1 ? await readVersion(client, id, version - 1) : { ...latest, text: null };
    await addVersion(ctx, client, {
      id,
      latest,
      words: before,
      act: "undo_announcement",
      by: undoneBy,
    });
  });
}

type Version = Words & { id: number; version: number };

/** New numbers and new versions wait for each other: announcements are rare. */
const LOCK = "select pg_advisory_xact_lock(7201146)";
const COLUMNS =
  'id, version, audience, tone, text, (extract(epoch from until_at) * 1000)::float8 as "untilMs"';

async function nextId(client: pg.PoolClient): Promise<number> {
  await client.query(LOCK);
  const { rows } = await client.query<{ id: number }>(
    "select coalesce(max(id), 0) + 1 as id from announcement",
  );
  return rows[0]?.id ?? 1;
}

async function lockLatest(client: pg.PoolClient, id: number, seen?: number): Promise<Version> {
  await client.query(LOCK);
  const { rows } = await client.query<Version>(
    `select ${COLUMNS} from announcement where id = $1 order by version desc limit 1`,
    [id],
  );
  const [latest] = rows;
  if (latest === undefined) throw new Refusal("not_found", "There is no such announcement.");
  if (seen !== undefined && latest.version !== seen)
    throw new Refusal("conflict", "Somebody has changed it meanwhile. Look at it again.");
  return latest;
}

async function readVersion(client: pg.PoolClient, id: number, version: number): Promise<Version> {
  const { rows } = await client.query<Version>(
    `select ${COLUMNS} from announcement where id = $1 and version = $2`,
    [id, version],
  );
  const [found] = rows;
  if (found === undefined) throw new Refusal("not_found", "There is no such announcement.");
  return found;
}

async function addVersion(
  ctx: Pick<DomainContext, "clock">,
  client: pg.PoolClient,
  wanted: { id: number; latest: Version | null; words: Words; act: string; by: number },
): Promise<{ id: number; version: number }> {
  const { id, latest, words, act, by } = wanted;
  const version = (latest?.version ?? 0) + 1;
  await client.query(
    `insert into announcement (id, version, audience, tone, text, until_at, published_by, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      version,
      words.audience,
      words.tone,
      words.text,
      words.untilMs === null ? null : new Date(words.untilMs),
      by,
      new Date(ctx.clock.nowMs()),
    ],
  );
  await recordStaffAct(client, {
    actorId: by,
    act,
    subject: `announcement:${id}`,
    before: latest && { text: latest.text, audience: latest.audience },
    after: { text: words.text, audience: words.audience, version },
  });
  return { id, version };
}

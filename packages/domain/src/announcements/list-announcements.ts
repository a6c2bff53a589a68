import type {
  AnnouncementReach,
  AnnouncementRow,
  ShownAnnouncement,
} from "@sightline/contract/announcements";
import type { Role } from "@sightline/contract/roles";
import type { DomainContext } from "../context";

const SHOWN_MAX = 5;
const LISTED_MAX = 100;

/** What somebody of this role is shown now, the latest first. Staff see everything. */
export async function currentAnnouncements(
  ctx: Pick<DomainContext, "pool" | "clock">,
  role: Role,
): Promise<ShownAnnouncement[]> {
  const audiences =
    role === "customer"
      ? ["everybody", "customers"]
      : role === "worker"
        ? ["everybody", "workers"]
        : ["everybody", "customers", "workers"];
  const { rows } = await ctx.pool.query<ShownAnnouncement>({
    name: "current_announcements",
    text: `
      select id, version, tone, text from (
        select distinct on (id) * from announcement order by id, version desc
      ) latest
      where text is not null and (until_at is null or until_at > $1) and audience = any($2::text[])
      order by published_at desc limit ${SHOWN_MAX}`,
    values: [new Date(ctx.clock.nowMs()), audiences],
  });
  return rows;
}

/** Every version, the latest announcement first, for staff. */
export async function listAnnouncements(ctx: Pick<DomainContext, "pool">): Promise<AnnouncementRow[]> {
  const { rows } = await ctx.pool.query<
    Omit<AnnouncementRow, "untilMs" | "publishedAtMs"> & { until_at: Date | null; published_at: Date }
  >(
    `select a.id, a.version, a.audience, a.tone, a.text, a.until_at, a.published_at, u.email as "publishedByEmail"
     from announcement a left join auth_user u on u.account_id = a.published_by
     order by a.id desc, a.version desc limit ${LISTED_MAX}`,
  );
  return rows.map(({ until_at, published_at, ...row }) => ({
    ...row,
    untilMs: until_at?.getTime() ?? null,
    publishedAtMs: published_at.getTime(),
  }));
}

/** How many people an announcement would reach now: accounts that are not suspended, staff left out. */
export async function announcementReach(
  ctx: Pick<DomainContext, "pool" | "clock">,
): Promise<AnnouncementReach> {
  const { rows } = await ctx.pool.query<{ customers: number; workers: number }>({
    name: "announcement_reach",
    text: `
      select (count(*) filter (where a.role = 'customer'))::int as customers,
        (count(*) filter (where a.role = 'worker'))::int as workers
      from account a join account_profile p on p.account_id = a.id
      where a.role in ('customer', 'worker')
        and (p.suspended_at is null or p.suspended_until <= $1::timestamptz)`,
    values: [new Date(ctx.clock.nowMs())],
  });
  const { customers = 0, workers = 0 } = rows[0] ?? {};
  return { everybody: customers + workers, customers, workers };
}

import type { Clock } from "@sightline/contract/clock";
import { SITES_PER_ACCOUNT_MAX } from "@sightline/contract/sites";
import type { Pool } from "@sightline/db/database";
import { covers, SITE_COLUMNS, type Site, type SiteColumns, stateOf, toSite } from "./site";

interface Entry {
  sites: Promise<readonly Site[]>;
  expiresAtMs: number;
}

const ACCOUNTS_MAX = 5_000;
const TTL_MS = 10_000;

/** Accounts' sites, as of at most ten seconds ago; a change is heard of within milliseconds. */
export class SiteBook {
  readonly #entries = new Map<number, Entry>();

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Rejects when the database is away. */
  of(accountId: number): Promise<readonly Site[]> {
    const nowMs = this.clock.nowMs();
    const known = this.#entries.get(accountId);
    if (known && known.expiresAtMs > nowMs) return known.sites;
    const sites = this.read(accountId);
    const entry = { sites, expiresAtMs: nowMs + TTL_MS };
    this.#entries.delete(accountId);
    if (this.#entries.size >= ACCOUNTS_MAX) this.#dropOldest();
    this.#entries.set(accountId, entry);
    sites.catch(() => {
      if (this.#entries.get(accountId) === entry) this.#entries.delete(accountId);
    });
    return sites;
  }

  /** The site that speaks for a host, a good one before others; null when the account has none. */
  async siteFor(accountId: number, host: string): Promise<Site | null> {
    const covering = (await this.of(accountId)).filter((site) => covers(site, host));
    return covering.find((site) => stateOf(site, host).state === "good") ?? covering[0] ?? null;
  }

  forget(accountId: number): void {
    this.#entries.delete(accountId);
  }

  forgetAll(): void {
    this.#entries.clear();
  }

  /** As the table has it now, in the order of their names. */
  async read(accountId: number): Promise<readonly Site[]> {
    const { rows } = await this.pool.query<SiteColumns>({
      name: "sites_of_account",
      text: `select ${SITE_COLUMNS} from site s where s.account_id = $1 order by s.host limit ${SITES_PER_ACCOUNT_MAX}`,
      values: [accountId],
    });
    return rows.map(toSite);
  }

  #dropOldest(): void {
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}

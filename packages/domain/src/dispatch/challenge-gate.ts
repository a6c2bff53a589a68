import { CHALLENGE_KINDS, TASK_KINDS, taskKindOf } from "@sightline/contract/task-kinds";
import { isVendorTestKey } from "@sightline/contract/vendor-test-keys";
import { hostOfPage } from "../sites/host-of-page";
import { type Site, stateOf } from "../sites/site";
import type { TaskInput } from "../tasks/task-inputs";
import type { Candidate } from "./match-tasks";

/** A good look at a site counts for so long; a look that reached nobody is not repeated for the shorter time. */
const GOOD_FOR_MS = 600_000;
const UNREACHABLE_FOR_MS = 60_000;
/** After a wrong answer the site is looked at once more, no sooner than this; until then its tasks wait. */
const SECOND_LOOK_MS = 15_000;
const PAGES_MAX = 10_000;
const HELD_MAX = 100;

/** The kind of a candidate that nobody may have now: no taker has it among theirs. */
export const NOBODYS_KIND = 0;
export const CHALLENGE_NUMBERS: ReadonlySet<number> = new Set(
  CHALLENGE_KINDS.map((kind) => TASK_KINDS[kind].number),
);

interface GateDeps {
  nowMs(): number;
  warn(error: unknown, says: string): void;
  siteFor(accountId: number, host: string): Promise<Site | null>;
  inputsOf(taskIds: readonly number[]): Promise<ReadonlyMap<number, TaskInput>>;
  /** Looks at the site's proof and writes down what was found; resolves when others can see it. */
  check(site: Site): Promise<unknown>;
  /** The site does not stand any more: ends the task. */
  loseTask(taskId: number): Promise<unknown>;
  wake(): void;
}

/**
 * What a live challenge must pass before a worker gets it: its site stands, and was seen to be its owner's in the last
 * ten minutes. Sites come from memory, and a task's page is read once, so tasks cost no query each. While a site is
 * looked at its tasks wait; those of other sites do not.
 */
export class ChallengeGate {
  /** The host of a task's page; null where no site is needed, as with a vendor's test key. */
  readonly #hosts = new Map<number, string | null>();
  readonly #looking = new Set<number>();
  /** Tasks whose page is being loaded through their customer's proxy. */
  readonly #held = new Set<number>();

  constructor(private readonly deps: GateDeps) {}

  /** False when so many are held that this one goes out as it is. */
  hold(taskId: number): boolean {
    return this.#held.size < HELD_MAX && this.#held.add(taskId).size > 0;
  }

  release(taskId: number): void {
    this.#held.delete(taskId);
    this.deps.wake();
  }

  /** The candidates again; those that must wait are of a kind that nobody takes. */
  async admit(candidates: Candidate[]): Promise<Candidate[]> {
    if (!candidates.some(({ kindNumber }) => CHALLENGE_NUMBERS.has(kindNumber))) return candidates;
    await this.#learnHosts(candidates);
    return Promise.all(
      candidates.map(async (candidate) =>
        (await this.#mayGoOut(candidate)) ? candidate : { ...candidate, kindNumber: NOBODYS_KIND },
      ),
    );
  }

  async #learnHosts(candidates: readonly Candidate[]): Promise<void> {
    const unknown = candidates.filter(
      ({ taskId, kindNumber }) => CHALLENGE_NUMBERS.has(kindNumber) && !this.#hosts.has(taskId),
    );
    if (unknown.length === 0) return;
    const inputs = await this.deps.inputsOf(unknown.map(({ taskId }) => taskId));
    for (const { taskId, kindNumber } of unknown) {
      const challenge = inputs.get(taskId)?.params.challenge;
      const free = !challenge || isVendorTestKey(taskKindOf(kindNumber), challenge.siteKey);
      this.#hosts.set(taskId, free ? null : hostOfPage(challenge.pageUrl));
    }
    for (const oldest of this.#hosts.keys()) {
      if (this.#hosts.size <= PAGES_MAX) break;
      this.#hosts.delete(oldest);
    }
  }

  async #mayGoOut({ taskId, accountId, kindNumber }: Candidate): Promise<boolean> {
    if (!CHALLENGE_NUMBERS.has(kindNumber)) return true;
    if (this.#held.has(taskId)) return false;
    const host = this.#hosts.get(taskId);
    if (host === null) return true;
    const site = host === undefined ? null : await this.deps.siteFor(accountId, host);
    if (host === undefined || site === null || stateOf(site, host).state !== "good") {
      this.deps.loseTask(taskId).catch((error) => this.deps.warn(error, "a task is ended later"));
      return false;
    }
    return this.#isFresh(site);
  }

  #isFresh(site: Site): boolean {
    if (this.#looking.has(site.id)) return false;
    const nowMs = this.deps.nowMs();
    const sinceGoodMs = nowMs - (site.lastGoodAtMs ?? 0);
    const sinceCheckedMs = nowMs - (site.lastCheckedAtMs ?? 0);
    if (site.failures === 0 && (sinceGoodMs < GOOD_FOR_MS || sinceCheckedMs < UNREACHABLE_FOR_MS))
      return true;
    if (site.failures === 0 || sinceCheckedMs >= SECOND_LOOK_MS) this.#look(site);
    return false;
  }

  #look(site: Site): void {
    this.#looking.add(site.id);
    this.deps
      .check(site)
      .catch((error) => this.deps.warn(error, `the site ${site.id} could not be checked`))
      .finally(() => {
        this.#looking.delete(site.id);
        this.deps.wake();
      });
  }
}

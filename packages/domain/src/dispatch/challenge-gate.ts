import { CHALLENGE_KINDS, TASK_KINDS, taskKindOf } from "@sightline/contract/task-kinds";
import { isVendorTestKey } from "@sightline/contract/vendor-test-keys";
import type { TaskGate } from "../sites/gated-tasks";
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
/** Each holds a socket; what is beyond is refused when it is submitted. */
const PAGE_CHECKS_MAX = 100;

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
  gatesOf(taskIds: readonly number[]): Promise<ReadonlyMap<number, TaskGate>>;
  /** Looks at the site's proof and writes down what was found; resolves when others can see it. */
  check(site: Site): Promise<unknown>;
  /** The site does not stand any more: ends the task. */
  loseTask(taskId: number): Promise<unknown>;
  wake(): void;
}

/**
 * What a live challenge, and a picture cut from one, must pass before a worker gets it: its site stands, and was seen
 * to be its owner's in the last ten minutes. Sites come from memory, and a challenge's page is read once, so tasks
 * cost no query each; only those that are gated by a row are asked about, in one read. While a site is looked at its
 * tasks wait; those of other sites do not.
 */
export class ChallengeGate {
  /** The host of a task's page; null where no site is needed, as with a vendor's test key. */
  readonly #hosts = new Map<number, string | null>();
  readonly #looking = new Set<number>();
  #pageChecks = 0;

  constructor(private readonly deps: GateDeps) {}

  /** Whether this process may load one more page through a customer's proxy. */
  beginPageCheck(): boolean {
    if (this.#pageChecks >= PAGE_CHECKS_MAX) return false;
    this.#pageChecks++;
    return true;
  }

  endPageCheck(): void {
    this.#pageChecks--;
  }

  /** The candidates again; those that must wait are of a kind that nobody takes. */
  async admit(candidates: Candidate[]): Promise<Candidate[]> {
    if (!candidates.some((each) => each.gated || CHALLENGE_NUMBERS.has(each.kindNumber))) return candidates;
    await this.#learnHosts(candidates);
    const gates = await this.#gatesOf(candidates);
    return Promise.all(
      candidates.map(async (candidate) =>
        (await this.#mayGoOut(candidate, gates.get(candidate.taskId)))
          ? candidate
          : { ...candidate, kindNumber: NOBODYS_KIND },
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

  async #gatesOf(candidates: readonly Candidate[]): Promise<ReadonlyMap<number, TaskGate>> {
    const gated = candidates.filter((candidate) => candidate.gated).map(({ taskId }) => taskId);
    return gated.length === 0 ? new Map() : this.deps.gatesOf(gated);
  }

  async #mayGoOut(
    { taskId, accountId, kindNumber, gated }: Candidate,
    gate: TaskGate | undefined,
  ): Promise<boolean> {
    if (!gated && !CHALLENGE_NUMBERS.has(kindNumber)) return true;
    // One that was gated a moment ago and is not any more is looked at again.
    if (gated && gate === undefined) return false;
    if (gate && gate.heldUntilMs !== null && gate.heldUntilMs > this.deps.nowMs()) return false;
    const host = gate?.host ?? this.#hosts.get(taskId);
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

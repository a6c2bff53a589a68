import type { Clock } from "@sightline/contract/clock";
import type { Database, Pool } from "@sightline/db/database";
import type { IdSource } from "@sightline/db/task-id";
import type { Logger } from "pino";
import type { ApiKeyCache } from "./api-keys/api-key-cache";
import type { KeyBudgets } from "./api-keys/key-budgets";
import type { SessionCache } from "./auth/session-cache";
import type { CallbackHosts } from "./callbacks/callback-hosts";
import type { CallbackSecrets } from "./callbacks/callback-secrets";
import type { Courier } from "./callbacks/courier";
import type { Chain } from "./chain/chain";
import type { V3Measure } from "./challenges/v3-measure";
import type { ChallengeGate } from "./dispatch/challenge-gate";
import type { Floor } from "./dispatch/floor";
import type { PublicBoard } from "./figures/public-board";
import type { GoldDesk } from "./gold/gold-desk";
import type { RecentSubmissions } from "./idempotency/recent-submissions";
import type { ImageBlocks } from "./images/image-blocks";
import type { Impersonations } from "./impersonation/impersonations";
import type { KindSwitches } from "./kind-switches/kind-switches";
import type { ChallengeQueue } from "./limits/challenge-queue";
import type { LimitCounters } from "./limits/limit-counters";
import type { MailDesk } from "./mail/mail-desk";
import type { Outbound } from "./outbound/safe-request";
import type { PresenceNotes } from "./pay/presence-notes";
import type { CustomerTerms } from "./prices/customer-terms";
import type { PriceBook } from "./prices/price-book";
import type { Hints } from "./processes/hints";
import type { PaceNotes } from "./quality/pace-notes";
import type { WeighingLane } from "./quality/weighing-lane";
import type { RequestLog } from "./request-log/request-log";
import type { SiteBook } from "./sites/site-book";
import type { SiteProver } from "./sites/site-prover";
import type { Suspensions } from "./standing/suspensions";
import type { InputCache } from "./tasks/input-cache";
import type { Endings } from "./tasks/task-figures";
import type { TaskLanes } from "./tasks/task-lanes";
import type { TaskMemory } from "./tasks/task-memory";

/** What every verb gets: the database, the clock, and this process's bounded memories, which are never the truth. */
export interface DomainContext {
  readonly pool: Pool;
  /** For the hot statements: plans are made once and use indexes, whatever the statistics say. */
  readonly hotPool: Pool;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly ids: IdSource;
  readonly hints: Hints;
  readonly lanes: TaskLanes;
  readonly memory: TaskMemory;
  readonly inputs: InputCache;
  readonly floor: Floor;
  readonly endings: Endings;
  readonly prices: PriceBook;
  readonly terms: CustomerTerms;
  readonly presence: PresenceNotes;
  readonly apiKeys: ApiKeyCache;
  readonly keyBudgets: KeyBudgets;
  readonly limits: LimitCounters;
  readonly recent: RecentSubmissions;
  readonly sessions: SessionCache;
  readonly suspensions: Suspensions;
  readonly imageBlocks: ImageBlocks;
  readonly impersonations: Impersonations;
  readonly kindSwitches: KindSwitches;
  readonly outbound: Outbound;
  /** How workers' v3 scores are measured; null measures none. */
  readonly v3Measure: V3Measure | null;
  readonly mail: MailDesk;
  readonly callbackHosts: CallbackHosts;
  readonly callbackSecrets: CallbackSecrets;
  readonly courier: Courier;
  readonly requestLog: RequestLog;
  /** Weighs the answers of tasks that take several; takes ids, gives what became of each. */
  readonly weighing: WeighingLane;
  readonly gold: GoldDesk;
  readonly pace: PaceNotes;
  /** Null where deposits and payouts over a chain are not configured. */
  readonly chain: Chain | null;
  readonly sites: SiteBook;
  readonly siteProver: SiteProver;
  readonly gate: ChallengeGate;
  readonly challengeQueue: ChallengeQueue;
  readonly publicBoard: PublicBoard;
}

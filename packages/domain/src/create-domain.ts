import type { Clock } from "@sightline/contract/clock";
import { REQUEST_LOG_DAYS } from "@sightline/contract/request-log";
import { openDatabase, openPool } from "@sightline/db/database";
import { IdSource } from "@sightline/db/task-id";
import type { Logger } from "pino";
import { ApiKeyCache } from "./api-keys/api-key-cache";
import { KeyBudgets } from "./api-keys/key-budgets";
import { writeKeySpend } from "./api-keys/write-key-spend";
import { SessionCache } from "./auth/session-cache";
import { CallbackHosts } from "./callbacks/callback-hosts";
import { CallbackSecrets } from "./callbacks/callback-secrets";
import { Courier } from "./callbacks/courier";
import { Chain } from "./chain/chain";
import type { ChainOptions } from "./chain/chain-options";
import { enlistChain } from "./chain/enlist-chain";
import type { V3Measure } from "./challenges/v3-measure";
import type { DomainContext } from "./context";
import { Floor } from "./dispatch/floor";
import { seatedSkills } from "./dispatch/seated-skills";
import { PublicBoard } from "./figures/public-board";
import { GoldDesk } from "./gold/gold-desk";
import { RecentSubmissions } from "./idempotency/recent-submissions";
import { ImageBlocks } from "./images/image-blocks";
import { Impersonations } from "./impersonation/impersonations";
import { KindSwitches } from "./kind-switches/kind-switches";
import { ChallengeQueue } from "./limits/challenge-queue";
import { exchangeLimits } from "./limits/exchange-limits";
import { LimitCounters } from "./limits/limit-counters";
import { MailDesk, type MailOptions } from "./mail/mail-desk";
import { createServices } from "./maintenance/create-services";
import { type Service, ServiceRunner } from "./maintenance/service";
import { Outbound, type OutboundOptions } from "./outbound/safe-request";
import { PresenceNotes } from "./pay/presence-notes";
import { CustomerTerms } from "./prices/customer-terms";
import { PriceBook } from "./prices/price-book";
import { Hints } from "./processes/hints";
import { expectedSkill } from "./quality/expected-skill";
import { PaceNotes } from "./quality/pace-notes";
import { weighingLane } from "./quality/weighing-lane";
import { RequestLog } from "./request-log/request-log";
import { writeRequests } from "./request-log/write-requests";
import { openChallengeGate } from "./sites/open-challenge-gate";
import { SiteBook } from "./sites/site-book";
import { type SiteProofOptions, SiteProver } from "./sites/site-prover";
import { Suspensions } from "./standing/suspensions";
import { InputCache } from "./tasks/input-cache";
import { Endings } from "./tasks/task-figures";
import { createTaskLanes } from "./tasks/task-lanes";
import { TaskMemory } from "./tasks/task-memory";
import { tellSettled } from "./tasks/tell-settled";

export interface DomainOptions {
  databaseUrl: string;
  clock: Clock;
  log: Logger;
  /** Seals what must not be readable in the table: at least 32 symbols, the same in all processes. */
  secret: string;
  /** How addresses that customers name are called. */
  outbound: OutboundOptions;
  /** How people are reached by mail. */
  mail: MailOptions;
  /** The operator's own v3 key; without it no scores are measured. */
  v3Measure?: V3Measure | null;
  /** How many days calls of the API can be looked at; 0 notes none down. */
  requestLogDays?: number;
  /** Where deposits come in; without it they are booked by hand only. */
  chain?: ChainOptions | undefined;
  /** How sites' proofs are looked for. */
  siteProof?: SiteProofOptions;
  /** Connections for everything that is not hot; the lanes have eight of their own. */
  poolMax?: number;
}

export interface Domain {
  ctx: DomainContext;
  services: readonly Service[];
  /** Starts what waits (leases, expiry, seats ...). Tests leave it out and call `runOnce` themselves. */
  startServices(): void;
  stop(): Promise<void>;
}

const HOT_CONNECTIONS = 8;

/** Everything that the business needs, wired once for this process and connected. The database must be migrated. */
export async function createDomain({
  databaseUrl,
  clock,
  log,
  secret,
  outbound,
  siteProof = {},
  mail,
  v3Measure = null,
  requestLogDays = REQUEST_LOG_DAYS,
  chain,
  poolMax = 12,
}: DomainOptions): Promise<Domain> {
  const pool = openPool(databaseUrl, { max: poolMax, applicationName: "sightline" });
  const hotPool = openPool(databaseUrl, {
    max: HOT_CONNECTIONS,
    applicationName: "sightline-hot",
    plans: "fixed",
  });
  const ids = new IdSource(() => clock.nowMs());
  const hints = new Hints(databaseUrl, ids, clock, log);
  const memory = new TaskMemory();
  const inputs = new InputCache();
  const prices = new PriceBook(pool, clock);
  const lanes = createTaskLanes({
    pool: hotPool,
    clock,
    answersPerThreadHour: () => prices.answersPerThreadHour,
    onSettled: (settled) => tellSettled(ctx, settled),
  });
  const kindSwitches = new KindSwitches(pool);
  const requestLog = new RequestLog(clock, requestLogDays);
  const floor = new Floor({
    pool: hotPool,
    clock,
    log,
    ids,
    hints,
    inputs,
    requestLog,
    lanes: () => lanes,
    admit: (candidates) => gate.admit(candidates),
    pausedKinds: () => kindSwitches.paused,
  });
  const openChain = chain === undefined ? null : new Chain(chain);
  const sites = new SiteBook(pool, clock);
  const gate = openChallengeGate(() => ctx);
  const outboundCalls = new Outbound(outbound);
  const ctx: DomainContext = {
    pool,
    hotPool,
    db: openDatabase(pool),
    clock,
    log,
    ids,
    hints,
    lanes,
    memory,
    inputs,
    floor,
    endings: new Endings(),
    prices,
    terms: new CustomerTerms(pool, clock),
    presence: new PresenceNotes(),
    apiKeys: new ApiKeyCache({ clock }),
    keyBudgets: new KeyBudgets({ clock }),
    limits: new LimitCounters({ clock }),
    recent: new RecentSubmissions(clock),
    sessions: new SessionCache(clock),
    suspensions: new Suspensions(pool),
    kindSwitches,
    impersonations: new Impersonations(pool, clock),
    imageBlocks: new ImageBlocks(pool, clock),
    outbound: outboundCalls,
    v3Measure,
    mail: new MailDesk(mail, secret),
    callbackHosts: new CallbackHosts(pool, clock),
    callbackSecrets: new CallbackSecrets({ pool, clock, log, secret }),
    sites,
    siteProver: new SiteProver(outboundCalls, { dnsServers: outbound.dnsServers, ...siteProof }),
    gate,
    challengeQueue: new ChallengeQueue(pool, clock),
    courier: new Courier({ pool, clock, log, ctx: () => ctx }),
    requestLog,
    weighing: weighingLane({
      pool: hotPool,
      clock,
      log,
      nextSkill: (kindNumber) => expectedSkill(seatedSkills(floor.seats(), kindNumber)),
      onSettled: (settled) => tellSettled(ctx, settled),
    }),
    chain: openChain,
    publicBoard: new PublicBoard(pool, clock, prices, openChain),
    gold: new GoldDesk({ pool: hotPool, clock, ids, prices }),
    pace: new PaceNotes(),
  };
  await Promise.all([
    prices.load(),
    ctx.suspensions.load(),
    ctx.imageBlocks.load(),
    kindSwitches.load(),
    ctx.impersonations.load(),
  ]);
  await Promise.all([prices.load(), ctx.suspensions.load(), ctx.gold.load()]);
  if (chain !== undefined) await enlistChain(ctx, chain);
  // Bans hold from the first request on.
  await exchangeLimits(ctx);
  await hints.start({
    queued: (taskId) => floor.dispatcher.taskLeft(taskId),
    ended: (taskIds) => memory.wake(taskIds),
    seatOpened: (workerId) => floor.seatOpenedElsewhere(workerId),
    handsChanged: (workerIds) => void floor.correctSeats(workerIds).catch(() => {}),
    changed: (what) => forget(ctx, what),
    reconnected: () => {
      memory.wake(null);
      floor.dispatcher.rescan();
    },
  });
  const services = createServices();
  const runner = new ServiceRunner(ctx, services);
  return {
    ctx,
    services,
    startServices: () => runner.start(),
    async stop() {
      floor.dispatcher.stopped = true;
      await runner.stop();
      await floor.dispatcher.settled();
      await ctx.courier.stop();
      ctx.mail.close();
      await exchangeLimits(ctx).catch(() => {});
      await writeKeySpend(ctx).catch(() => {});
      await writeRequests(ctx).catch(() => {});
      await hints.stop();
      await Promise.all([pool.end(), hotPool.end()]);
    },
  };
}

function forget(ctx: DomainContext, what: string): void {
  const [kind, id] = what.split(":");
  if (kind === "prices") void ctx.prices.load().catch(() => {});
  else if (kind === "gold") void ctx.gold.load().catch(() => {});
  else if (kind === "account") ctx.apiKeys.forget(Number(id));
  else if (kind === "suspensions") void ctx.suspensions.load().catch(() => {});
  else if (kind === "impersonations") void ctx.impersonations.load().catch(() => {});
  else if (kind === "kind_switches") void ctx.kindSwitches.load().catch(() => {});
  else if (kind === "image_blocks") void ctx.imageBlocks.load().catch(() => {});
  else if (kind === "terms") ctx.terms.forget(Number(id));
  else if (kind === "sites") {
    ctx.sites.forget(Number(id));
    ctx.floor.dispatcher.wake();
  } else if (kind === "gates") ctx.floor.dispatcher.wake();
  else if (kind === "host_switches") ctx.sites.forgetAll();
  else if (kind === "callback_secret") ctx.callbackSecrets.forget(Number(id));
  else if (kind === "callback_hosts") ctx.callbackHosts.forget(Number(id));
  else if (kind === "session" && id) ctx.sessions.forgetSession(id);
}

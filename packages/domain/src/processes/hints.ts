import type { Clock } from "@sightline/contract/clock";
import { type IdSource, NODE_COUNT } from "@sightline/db/task-id";
import pg from "pg";
import type { Logger } from "pino";

/**
 * How the processes of one installation wake each other. Hints are never the truth: what they say can be read from
 * the tables, and every receiver also looks by itself each second. So they are sent only while another process is
 * registered, at most one NOTIFY per turn of the event loop, and nobody waits for them.
 *
 * The LISTEN connection also holds this process's node number, by an advisory lock: ids are unique because no two
 * processes hold one number. While the connection is lost there is no number, so no ids are made.
 */
export interface HintHandlers {
  /** Tasks were queued, or queued again; this is the smallest of their ids. */
  queued(firstTaskId: number): void;
  /** These tasks have ended; null when there were too many to name: look again at everything that is waited for. */
  ended(taskIds: readonly number[] | null): void;
  seatOpened(workerId: number): void;
  handsChanged(workerIds: readonly number[]): void;
  /** Something that is cached has changed: `account:7`, `session:<id>`, `prices`. */
  changed(what: string): void;
  /** Hints may have been missed: look again at everything. */
  reconnected(): void;
}

interface Message {
  queued?: number;
  ended?: number[] | null;
  seats?: number[];
  hands?: number[];
  changed?: string[];
}

const CHANNEL = "sightline";
const NODE_LOCK_CLASS = 7_201;
const HEARTBEAT_MS = 1_000;
const PEER_SEEN_MS = 5_000;
const RECONNECT_MS = 250;
const ENDED_IDS_MAX = 300;
/** Of every other list in one message; what is beyond is left for the receivers' own look each second. */
const LIST_MAX = 1_000;
/** NOTIFY takes less than 8,000 bytes. */
const PAYLOAD_MAX_LENGTH = 7_900;
/** A connection that is silent for this long is given up, and the node number with it. */
const SILENCE_MS_MAX = 5_000;

export class Hints {
  #client: pg.Client | null = null;
  #handlers: HintHandlers | null = null;
  #message: Message | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #beating = false;
  #stopped = false;
  #lastNode: number | null = null;
  #peers = 0;

  constructor(
    private readonly url: string,
    private readonly ids: IdSource,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  get hasPeers(): boolean {
    return this.#peers > 0;
  }

  /** Whether this process holds a node number and hears hints. */
  get connected(): boolean {
    return this.#client !== null;
  }

  /** Connects, takes a node number and says that this process is here. Rejects when no number is free. */
  async start(handlers: HintHandlers): Promise<void> {
    this.#handlers = handlers;
    await this.#connect();
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    const client = this.#client;
    this.#client = null;
    if (!client) return;
    try {
      await client.query("delete from server_process where node = $1", [this.ids.node]);
    } catch {
      // The others stop seeing this process after five seconds anyway.
    }
    await client.end().catch(() => {});
    this.ids.node = null;
  }

  queued(taskId: number): void {
    this.#add((message) => {
      message.queued = Math.min(message.queued ?? taskId, taskId);
    });
  }

  ended(taskIds: readonly number[]): void {
    if (taskIds.length === 0) return;
    this.#add((message) => {
      if (message.ended === null) return;
      const all = [...(message.ended ?? []), ...taskIds];
      message.ended = all.length > ENDED_IDS_MAX ? null : all;
    });
  }

  seatOpened(workerId: number): void {
    this.#add((message) => {
      message.seats = withOne(message.seats, workerId);
    });
  }

  handsChanged(workerId: number): void {
    this.#add((message) => {
      message.hands = withOne(message.hands, workerId);
    });
  }

  changed(what: string): void {
    this.#add((message) => {
      message.changed = withOne(message.changed, what);
    });
  }

  #add(change: (message: Message) => void): void {
    if (this.#peers === 0) return;
    if (this.#message === null) {
      this.#message = {};
      setImmediate(() => this.#send());
    }
    change(this.#message);
  }

  /** While the connection is away the message stays and grows, and goes out with the next one. */
  #send(): void {
    const client = this.#client;
    const message = this.#message;
    if (!message || !client || this.ids.node === null) return;
    this.#message = null;
    for (const payload of payloadsOf(this.ids.node, message)) {
      client.query("select pg_notify($1, $2)", [CHANNEL, payload]).catch(() => {});
    }
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "sightline-hints",
      connectionTimeoutMillis: SILENCE_MS_MAX,
      query_timeout: SILENCE_MS_MAX,
      keepAlive: true,
    });
    const lost = (): void => this.#lost(client);
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload }) => this.#receive(payload ?? ""));
    await client.connect();
    try {
      const node = await takeNode(client, this.#lastNode);
      await client.query(`listen ${CHANNEL}`);
      await client.query(
        "insert into server_process (node, started_at, seen_at) values ($1, $2, $2) on conflict (node) do update set started_at = $2, seen_at = $2",
        [node, new Date(this.clock.nowMs())],
      );
      this.#peers = await this.#countPeers(client, node);
      await client.query("select pg_notify($1, $2)", [CHANNEL, JSON.stringify({ from: node })]);
      if (this.#stopped) throw new Error("stopped while it connected");
      this.#client = client;
      this.#lastNode = node;
      this.ids.node = node;
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    this.#send();
  }

  /** Nobody else gets the node number before the server has ended this connection's session. */
  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.ids.node = null;
    client.end().catch(() => {});
    if (!this.#stopped) void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    while (!this.#stopped && !this.#client) {
      try {
        await this.#connect();
        this.#handlers?.reconnected();
      } catch (error) {
        this.log.warn({ err: error }, "the connection for hints is away");
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
      }
    }
  }

  async #beat(): Promise<void> {
    const client = this.#client;
    const { node } = this.ids;
    if (!client || node === null || this.#beating) return;
    this.#beating = true;
    try {
      await client.query("update server_process set seen_at = $2 where node = $1", [
        node,
        new Date(this.clock.nowMs()),
      ]);
      this.#peers = await this.#countPeers(client, node);
    } catch (error) {
      this.log.warn({ err: error }, "the heartbeat of this process failed");
      this.#lost(client);
    } finally {
      this.#beating = false;
    }
  }

  async #countPeers(client: pg.Client, node: number): Promise<number> {
    const { rows } = await client.query<{ peers: number }>(
      "select count(*)::int as peers from server_process where node <> $1 and seen_at > $2",
      [node, new Date(this.clock.nowMs() - PEER_SEEN_MS)],
    );
    return rows[0]?.peers ?? 0;
  }

  #receive(payload: string): void {
    const handlers = this.#handlers;
    const message = parseMessage(payload);
    if (!handlers || !message || message.from === this.#lastNode) return;
    if (this.#peers === 0) void this.#beat();
    if (message.queued !== undefined) handlers.queued(message.queued);
    if (message.ended !== undefined) handlers.ended(message.ended);
    for (const workerId of message.seats ?? []) handlers.seatOpened(workerId);
    if (message.hands) handlers.handsChanged(message.hands);
    for (const what of message.changed ?? []) handlers.changed(what);
  }
}

function withOne<T>(list: readonly T[] | undefined, item: T): T[] {
  return [...(list ?? []), item].slice(-LIST_MAX);
}

/** One message as as many payloads as it needs: the lists are halved until each fits. */
function payloadsOf(from: number, message: Message): string[] {
  const payload = JSON.stringify({ from, ...message });
  if (payload.length < PAYLOAD_MAX_LENGTH) return [payload];
  const items = [message.seats, message.hands, message.changed].reduce(
    (sum, list) => sum + (list?.length ?? 0),
    0,
  );
  if (items < 2) return [];
  return (["head", "tail"] as const).flatMap((half) => {
    const part = <T>(list: readonly T[] | undefined): T[] | undefined => {
      const middle = Math.ceil((list?.length ?? 0) / 2);
      return half === "head" ? list?.slice(0, middle) : list?.slice(middle);
    };
    const { queued, ended } = message;
    const lists = { seats: part(message.seats), hands: part(message.hands), changed: part(message.changed) };
    const once = half === "head" ? { queued, ended } : {};
    return payloadsOf(from, { ...once, ...lists } as Message);
  });
}

/** The channel is open to everybody who may connect to this database: what cannot be read is no message. */
function parseMessage(payload: string): (Message & { from: number }) | null {
  try {
    const message: unknown = JSON.parse(payload);
    return typeof message === "object" && message !== null ? (message as Message & { from: number }) : null;
  } catch {
    return null;
  }
}

/** The first free node number, the one held before if possible. The lock lives as long as the connection. */
async function takeNode(client: pg.Client, before: number | null): Promise<number> {
  const all = Array.from({ length: NODE_COUNT }, (_, node) => node);
  for (const node of before === null ? all : [before, ...all]) {
    const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1, $2) as got", [
      NODE_LOCK_CLASS,
      node,
    ]);
    if (rows[0]?.got) return node;
  }
  throw new Error(`all ${NODE_COUNT} node numbers are taken by running processes`);
}

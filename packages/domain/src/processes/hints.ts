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
  queued(): void;
  /** These tasks have ended; null when there were too many to name: look again at everything that is waited for. */
  ended(taskIds: readonly number[] | null): void;
  seatOpened(workerId: number): void;
  handsChanged(workerIds: readonly number[]): void;
  /** Something that is cached has changed: `account:7`, `session:<hash>`, `prices`. */
  changed(what: string): void;
  /** Hints may have been missed: look again at everything. */
  reconnected(): void;
}

interface Message {
  from: number;
  queued?: true;
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

export class Hints {
  #client: pg.Client | null = null;
  #handlers: HintHandlers | null = null;
  #message: Omit<Message, "from"> | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #stopped = false;
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

  queued(): void {
    this.#add((message) => {
      message.queued = true;
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

  seatOpened(workerId: number, _seatId: string): void {
    this.#add((message) => {
      message.seats = [...(message.seats ?? []), workerId];
    });
  }

  handsChanged(workerId: number): void {
    this.#add((message) => {
      message.hands = [...(message.hands ?? []), workerId];
    });
  }

  changed(what: string): void {
    this.#add((message) => {
      message.changed = [...(message.changed ?? []), what];
    });
  }

  #add(change: (message: Omit<Message, "from">) => void): void {
    if (this.#peers === 0) return;
    if (this.#message === null) {
      this.#message = {};
      setImmediate(() => this.#send());
    }
    change(this.#message);
  }

  #send(): void {
    const message = this.#message;
    this.#message = null;
    if (!message || !this.#client || this.ids.node === null) return;
    const payload = JSON.stringify({ from: this.ids.node, ...message });
    // NOTIFY takes at most 8,000 bytes; a message that does not fit says only that much has changed.
    const safe = payload.length < 7_900 ? payload : JSON.stringify({ from: this.ids.node, queued: true, ended: null });
    this.#client.query("select pg_notify($1, $2)", [CHANNEL, safe]).catch(() => {});
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: "sightline-hints" });
    const lost = (): void => this.#lost(client);
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload }) => this.#receive(payload ?? ""));
    await client.connect();
    try {
      this.ids.node = await takeNode(client, this.ids.node);
      await client.query(`listen ${CHANNEL}`);
      await client.query(
        "insert into server_process (node, started_at, seen_at) values ($1, $2, $2) on conflict (node) do update set started_at = $2, seen_at = $2",
        [this.ids.node, new Date(this.clock.nowMs())],
      );
    } catch (error) {
      client.removeAllListeners("end");
      await client.end().catch(() => {});
      throw error;
    }
    this.#client = client;
    await this.#beat();
    await client.query("select pg_notify($1, $2)", [CHANNEL, JSON.stringify({ from: this.ids.node })]);
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.ids.node = null;
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
    if (!client) return;
    const nowMs = this.clock.nowMs();
    try {
      await client.query("update server_process set seen_at = $2 where node = $1", [this.ids.node, new Date(nowMs)]);
      const { rows } = await client.query<{ peers: number }>(
        "select count(*)::int as peers from server_process where node <> $1 and seen_at > $2",
        [this.ids.node, new Date(nowMs - PEER_SEEN_MS)],
      );
      this.#peers = rows[0]?.peers ?? 0;
    } catch (error) {
      this.log.warn({ err: error }, "the heartbeat of this process failed");
    }
  }

  #receive(payload: string): void {
    const handlers = this.#handlers;
    if (!handlers) return;
    const message = JSON.parse(payload) as Message;
    if (message.from === this.ids.node) return;
    if (this.#peers === 0) void this.#beat();
    if (message.queued) handlers.queued();
    if (message.ended !== undefined) handlers.ended(message.ended);
    for (const workerId of message.seats ?? []) handlers.seatOpened(workerId);
    if (message.hands) handlers.handsChanged(message.hands);
    for (const what of message.changed ?? []) handlers.changed(what);
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

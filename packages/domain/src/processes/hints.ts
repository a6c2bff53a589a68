import type { Clock } from "@sightline/contract/clock";
import type { IdSource } from "@sightline/db/task-id";
import pg from "pg";
import type { Logger } from "pino";
import { type HintHandlers, tellHandlers } from "./hint-handlers";
import { type HintMessage, parseHintMessage, payloadsOf, withEnded, withOne } from "./hint-message";
import { takeNodeNumber } from "./node-number";

const CHANNEL = "sightline";
const HEARTBEAT_MS = 1_000;
const PEER_SEEN_MS = 5_000;
const RECONNECT_MS = 250;
/** A connection that is silent for this long is given up, and the node number with it. */
const SILENCE_MS_MAX = 5_000;

/**
 * How the processes of one installation wake each other. Hints are never the truth: what they say can be read from
 * the tables, and every receiver also looks by itself each second. So they are sent only while another process is
 * registered, at most one NOTIFY per turn of the event loop, and nobody waits for them.
 *
 * The LISTEN connection also holds this process's node number, by an advisory lock: ids are unique because no two
 * processes hold one number. While the connection is lost there is no number, so no ids are made.
 */
export class Hints {
  #client: pg.Client | null = null;
  #handlers: HintHandlers | null = null;
  #message: HintMessage | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #beating = false;
  #sending = false;
  #asking: Promise<unknown> = Promise.resolve();
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
      await this.#ask(client, "delete from server_process where node = $1", [this.ids.node]);
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
      message.ended = withEnded(message.ended, taskIds);
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

  #add(change: (message: HintMessage) => void): void {
    if (this.#peers === 0) return;
    if (this.#message === null) {
      this.#message = {};
      setImmediate(() => void this.#send());
    }
    change(this.#message);
  }

  /** One NOTIFY at a time. While one is on its way, or the connection is away, the next message grows. */
  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (
        let message = this.#message;
        message && this.#client && this.ids.node !== null;
        message = this.#message
      ) {
        this.#message = null;
        for (const payload of payloadsOf(this.ids.node, message)) {
          await this.#ask(this.#client, "select pg_notify($1, $2)", [CHANNEL, payload]);
        }
      }
    } catch {
      // A hint that is lost costs its receivers a second.
    } finally {
      this.#sending = false;
    }
  }

  /** The connection takes one statement at a time: messages and heartbeats wait for each other. */
  #ask<Row extends pg.QueryResultRow>(
    client: pg.Client,
    text: string,
    values: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    const asked = this.#asking.then(() => client.query<Row>(text, values));
    this.#asking = asked.catch(() => {});
    return asked;
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
      const node = await takeNodeNumber(client, this.#lastNode);
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
    void this.#send();
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
      await this.#ask(client, "update server_process set seen_at = $2 where node = $1", [
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
    const { rows } = await this.#ask<{ peers: number }>(
      client,
      "select count(*)::int as peers from server_process where node <> $1 and seen_at > $2",
      [node, new Date(this.clock.nowMs() - PEER_SEEN_MS)],
    );
    return rows[0]?.peers ?? 0;
  }

  #receive(payload: string): void {
    const handlers = this.#handlers;
    const message = parseHintMessage(payload);
    if (!handlers || !message || message.from === this.#lastNode) return;
    if (this.#peers === 0) void this.#beat();
    tellHandlers(handlers, message);
  }
}

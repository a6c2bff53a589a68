import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** The end of a server's answer when no transaction is open: ReadyForQuery, idle. By then the statement is committed. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/**
 * Stands between a domain and PostgreSQL and fails as networks do: answers that are lost on the way, connections that
 * are cut while a statement runs, a silence in which nothing moves, a server that cannot be reached.
 */
export class DatabaseProxy {
  readonly #sockets = new Set<Socket>();
  #loseAnswerTo: string | null = null;
  #cutAfter: string | null = null;
  /** What waits for the thaw, in order; null when nothing is frozen. */
  #held: (() => void)[] | null = null;
  #refusing = false;
  #onFault: (() => void) | null = null;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async start(databaseUrl: string): Promise<DatabaseProxy> {
    const server = createServer();
    const proxy = new DatabaseProxy(server, new URL(databaseUrl));
    server.on("connection", (client) => proxy.#join(client));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return proxy;
  }

  get url(): string {
    const url = new URL(this.target);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** The next statement of this name, or of these words where it has none, is carried out and committed; its answer is not delivered. Resolves then. */
  loseAnswerTo(statementName: string): Promise<void> {
    this.#loseAnswerTo = statementName;
    return new Promise((resolve) => {
      this.#onFault = resolve;
    });
  }

  /** What was asked for and has not happened does not happen. */
  loseNothing(): void {
    this.#loseAnswerTo = null;
    this.#onFault = null;
  }

  /** The connection is cut as soon as the next statement of this name was sent; the server goes on with it. */
  cutAfterSending(statementName: string): Promise<void> {
    this.#cutAfter = statementName;
    return new Promise((resolve) => {
      this.#onFault = resolve;
    });
  }

  /** Cuts every connection that is open now. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /**
   * As a server that is stopped: connections stay open and new ones are taken, but nothing moves until `thaw`. Then
   * the server gets all that was sent to it, also by clients that have given up.
   */
  freeze(): void {
    this.#held ??= [];
  }

  thaw(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const move of held) move();
  }

  #move(move: () => void): void {
    if (this.#held) this.#held.push(move);
    else move();
  }

  /** Cuts everything and takes no connection, as a server that is down. */
  refuse(refusing: boolean): void {
    this.#refusing = refusing;
    if (refusing) this.cut();
  }

  async stop(): Promise<void> {
    this.thaw();
    this.cut();
    this.server.close();
    await once(this.server, "close");
  }

  #join(client: Socket): void {
    if (this.#refusing) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect({ host: this.target.hostname, port: Number(this.target.port) });
    let answersLost = false;
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(from);
      from.on("error", () => {});
      from.on("close", () => {
        this.#sockets.delete(from);
        this.#move(() => to.end());
      });
    }
    client.on("data", (chunk: Buffer) => {
      this.#move(() => upstream.write(chunk));
      if (this.#loseAnswerTo !== null && names(chunk, this.#loseAnswerTo)) {
        this.#loseAnswerTo = null;
        answersLost = true;
      }
      if (this.#cutAfter !== null && names(chunk, this.#cutAfter)) {
        this.#cutAfter = null;
        client.destroy();
        this.#onFault?.();
      }
    });
    upstream.on("data", (chunk: Buffer) => {
      if (!answersLost) this.#move(() => client.write(chunk));
      else if (chunk.subarray(-READY.length).equals(READY)) {
        client.destroy();
        this.#onFault?.();
      }
    });
  }
}

const [PARSE, QUERY] = [0x50, 0x51];

/** Whether a statement of just this name is prepared or bound (after Bind's empty portal), or these are all its words. */
function names(chunk: Buffer, statementName: string): boolean {
  const name = `${statementName}\0`;
  for (let at = chunk.indexOf(name); at >= 0; at = chunk.indexOf(name, at + 1))
    if (chunk[at - 5] === PARSE || chunk[at - 5] === QUERY || chunk[at - 1] === 0) return true;
  return false;
}

import {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction, type Socket } from "node:net";
import type { RequestFailure } from "./request-failures";

export interface OutboundRequest {
  method: "GET" | "POST";
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  signal?: AbortSignal;
  /** The answer's first bytes suffice: what comes after them is not waited for, and is no failure. */
  firstBytes?: number;
}

/** A failure after the answer's first line still tells its status. */
export type OutboundReply =
  | { ok: true; status: number; body: Buffer }
  | {
      ok: false;
      failure: RequestFailure;
      status: number | null /** Where a redirect points to. */;
      location?: string;
    };

export const RESPONSE_BYTES_MAX = 65_536;
const CONNECT_MS = 4_000;
const TOTAL_MS = 10_000;

/** One request from its start to its only outcome; whatever comes later is ignored, and the socket is closed. */
export class Exchange {
  readonly reply: Promise<OutboundReply>;
  #resolve!: (reply: OutboundReply) => void; // Set by the promise's executor, which runs at once.
  #request: ClientRequest | null = null;
  #status: number | null = null;
  #firstBytes: number | undefined;
  #phase: "connect" | "tls" | "broken" = "connect";
  #ended = false;
  readonly #connectTimer: NodeJS.Timeout;
  readonly #totalTimer: NodeJS.Timeout;

  constructor(
    { connectMs = CONNECT_MS, totalMs = TOTAL_MS }: { connectMs?: number; totalMs?: number },
    private readonly signal: AbortSignal | undefined,
  ) {
    this.reply = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#connectTimer = setTimeout(() => this.fail("timeout"), connectMs);
    this.#totalTimer = setTimeout(() => this.fail("timeout"), totalMs);
    signal?.addEventListener("abort", this.#cancel);
    if (signal?.aborted) this.fail("cancelled");
  }

  send(
    url: URL,
    { method, headers = {}, body = "", firstBytes }: OutboundRequest,
    addresses: readonly string[],
  ): void {
    if (this.#ended) return;
    this.#firstBytes = firstBytes;
    const options: RequestOptions = {
      method,
      // No agent: an idle connection would be used again for a name that now means something else.
      agent: false,
      lookup: only(addresses),
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)), connection: "close" },
    };
    const request = url.protocol === "https:" ? requestHttps(url, options) : requestHttp(url, options);
    this.#request = request;
    request.on("socket", (socket) => this.#followSocket(socket, url.protocol === "https:"));
    request.on("error", () => this.fail(this.#phase));
    request.on("response", (response) => this.#read(response));
    request.end(body);
  }

  fail(failure: RequestFailure, location?: string): void {
    this.#end({ ok: false, failure, status: this.#status, ...(location !== undefined && { location }) });
  }

  readonly #cancel = (): void => this.fail("cancelled");

  #followSocket(socket: Socket, secure: boolean): void {
    socket.once("connect", () => {
      this.#phase = secure ? "tls" : "broken";
      if (!secure) clearTimeout(this.#connectTimer);
    });
    socket.once("secureConnect", () => {
      this.#phase = "broken";
      clearTimeout(this.#connectTimer);
    });
  }

  #read(response: IncomingMessage): void {
    const status = response.statusCode ?? 0;
    this.#status = status;
    if (status < 200 || status >= 300) {
      const redirects = status >= 300 && status < 400;
      this.fail(redirects ? "redirect" : "status", redirects ? response.headers.location : undefined);
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    response.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (this.#firstBytes !== undefined && size >= this.#firstBytes) {
        this.#end({
          ok: true,
          status,
          body: Buffer.concat([...chunks, chunk]).subarray(0, this.#firstBytes),
        });
      } else if (this.#firstBytes === undefined && size > RESPONSE_BYTES_MAX) this.fail("too_large");
      else chunks.push(chunk);
    });
    response.on("end", () => {
      if (response.complete) this.#end({ ok: true, status, body: Buffer.concat(chunks) });
      else this.fail("broken");
    });
    response.on("error", () => this.fail("broken"));
  }

  #end(reply: OutboundReply): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#connectTimer);
    clearTimeout(this.#totalTimer);
    this.signal?.removeEventListener("abort", this.#cancel);
    this.#request?.destroy();
    this.#resolve(reply);
  }
}

/** A lookup that knows these addresses only, whatever it is asked for. Literal addresses are not looked up at all. */
function only(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all }, callback) => {
    const [first] = found;
    if (all) callback(null, found);
    else callback(null, first?.address ?? "", first?.family);
  };
}

import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { HTTP_MAX_HEADER_BYTES } from "./server-limits";

const LOOK_EVERY_MS = 5_000;
const CLOSE_MAX_MS = 5_000;
const CLOSE_SWEEP_MS = 50;
const OLDEST_PROTOCOL = "TLSv1.2";

export interface TlsFiles {
  /** Files in PEM form; the first may hold the whole chain. */
  certFile: string;
  keyFile: string;
  /** 0 takes a free port. */
  port: number;
}

export interface HttpsListeners {
  port: number;
  /** Reads the files again; true when a new certificate is in use. Connections that are open keep theirs. */
  reload(): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * The same app over HTTPS: its routes are asked directly, so a request finds what it finds over HTTP. The files are
 * looked at every few seconds rather than watched: renewals replace links, folders and files in too many ways for a
 * watch to hear of them all. A pair that does not fit together (a renewal half done) is left for the next look.
 */
export async function serveHttps(
  app: FastifyInstance,
  { tls, hosts, log }: { tls: TlsFiles; hosts: readonly string[]; log: FastifyBaseLogger },
): Promise<HttpsListeners> {
  let pair = await readPair(tls);
  const servers: Server[] = [];
  let port = tls.port;
  for (const host of hosts) {
    const server = openServer(app, pair);
    // A machine without IPv6 still serves its IPv4.
    const listening = await listen(server, port, host, servers.length > 0);
    if (!listening) continue;
    servers.push(server);
    port = (server.address() as AddressInfo).port;
  }

  const reload = async (): Promise<boolean> => {
    const next = await readPair(tls);
    if (next.cert.equals(pair.cert) && next.key.equals(pair.key)) return false;
    for (const server of servers) server.setSecureContext({ ...next, minVersion: OLDEST_PROTOCOL });
    pair = next;
    return true;
  };
  let failing = false;
  const look = setInterval(() => {
    reload().then(
      (changed) => {
        failing = false;
        if (changed) log.info("the renewed certificate is in use");
      },
      (error: unknown) => {
        if (!failing)
          log.warn({ err: error }, "the certificate could not be read again; the old one is kept");
        failing = true;
      },
    );
  }, LOOK_EVERY_MS);
  look.unref();

  return {
    port,
    reload,
    async stop() {
      clearInterval(look);
      await Promise.all(servers.map(closeInTime));
    },
  };
}

interface Pair {
  cert: Buffer;
  key: Buffer;
}

async function readPair({ certFile, keyFile }: TlsFiles): Promise<Pair> {
  const [cert, key] = await Promise.all([readNamed("TLS_CERT", certFile), readNamed("TLS_KEY", keyFile)]);
  return { cert, key };
}

async function readNamed(variable: string, file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Error(`${variable}: ${file} cannot be read`, { cause: error });
  }
}

function openServer(app: FastifyInstance, pair: Pair): Server {
  const server = createServer(
    { ...pair, minVersion: OLDEST_PROTOCOL, maxHeaderSize: HTTP_MAX_HEADER_BYTES },
    (request: IncomingMessage, response: ServerResponse) => app.routing(request, response),
  );
  const { requestTimeout, headersTimeout, keepAliveTimeout } = app.server;
  Object.assign(server, { requestTimeout, headersTimeout, keepAliveTimeout });
  return server;
}

/** False when the address is not there and need not be. */
function listen(server: Server, port: number, host: string, optional: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const absent = error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT";
      if (optional && absent) resolve(false);
      else reject(error);
    });
    server.listen({ port, host }, () => resolve(true));
  });
}

/** Connections end with their last request, and after a while all that are left. */
async function closeInTime(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), CLOSE_SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), CLOSE_MAX_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

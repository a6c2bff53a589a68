import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { openTunnel, proxyAuthorization, readStatus } from "./open-tunnel";
import type { PageProxy } from "./page-proxy";
import { bareHost, type Outbound } from "./safe-request";

const TOTAL_MS = 8_000;
const USER_AGENT = "Sightline-Page-Check/1";

/**
 * Whether a page answers through a customer's proxy with anything but a fault of the proxy or the server. The proxy
 * must be at a public address: its name is resolved once, and the socket goes to exactly that address. Of the answer
 * only the head is read. Never rejects.
 */
export async function loadsThroughProxy(
  outbound: Pick<Outbound, "addressesOf" | "authorities">,
  { proxy, pageUrl }: { proxy: PageProxy; pageUrl: string },
): Promise<boolean> {
  const found = await outbound.addressesOf(proxy.host);
  const [address] = found.ok ? found.addresses : [];
  if (address === undefined) return false;
  const socket = connect({ host: address, port: proxy.port });
  const timer = setTimeout(() => socket.destroy(new Error("it took too long")), TOTAL_MS);
  // An error between two steps of the exchange is noticed by the next one.
  socket.on("error", () => {});
  try {
    await once(socket, "connect");
    const status = await askForPage(socket, proxy, new URL(pageUrl), outbound.authorities);
    return status < 500 && status !== 407;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

async function askForPage(
  socket: Socket,
  proxy: PageProxy,
  url: URL,
  authorities: string[] | undefined,
): Promise<number> {
  const secure = url.protocol === "https:";
  const port = Number(url.port) || (secure ? 443 : 80);
  const plainByHttp = !secure && (proxy.type === "HTTP" || proxy.type === "HTTPS");
  if (!plainByHttp) await openTunnel(socket, proxy, bareHost(url), port);
  const stream = secure ? await secured(socket, bareHost(url), authorities) : socket;
  const target = plainByHttp ? url.href.replace(/#.*$/, "") : `${url.pathname}${url.search}`;
  stream.write(
    `GET ${target} HTTP/1.1\r\nHost: ${url.host}\r\nUser-Agent: ${USER_AGENT}\r\n` +
      `${plainByHttp ? proxyAuthorization(proxy) : ""}Connection: close\r\n\r\n`,
  );
  return readStatus(stream);
}

async function secured(socket: Socket, host: string, ca: string[] | undefined): Promise<Socket> {
  const stream = connectTls({ socket, ...(isIP(host) === 0 && { servername: host }), ...(ca && { ca }) });
  stream.on("error", () => {});
  await once(stream, "secureConnect");
  return stream;
}

import { once } from "node:events";
import { isIP, type Socket } from "node:net";
import type { PageProxy } from "./page-proxy";

const HEAD_BYTES_MAX = 8_192;

/** What stands for the end of a socket or a proxy's refusal; why does not matter to who asks. */
export class TunnelRefused extends Error {
  override readonly name = "TunnelRefused";
}

/** Tells a proxy at the other end of `socket` to connect it to a host; rejects when it does not. */
export function openTunnel(socket: Socket, proxy: PageProxy, host: string, port: number): Promise<void> {
  switch (proxy.type) {
    case "SOCKS4":
      return tunnelBySocks4(socket, proxy, host, port);
    case "SOCKS5":
      return tunnelBySocks5(socket, proxy, host, port);
    default:
      return tunnelByConnect(socket, proxy, host, port);
  }
}

/** The line of a request that carries a proxy's user name and password; empty without. */
export function proxyAuthorization({ user, password }: PageProxy): string {
  if (user === undefined) return "";
  const basic = Buffer.from(`${user}:${password ?? ""}`, "utf8").toString("base64");
  return `Proxy-Authorization: Basic ${basic}\r\n`;
}

async function tunnelByConnect(socket: Socket, proxy: PageProxy, host: string, port: number): Promise<void> {
  const target = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${proxyAuthorization(proxy)}\r\n`);
  const status = await readStatus(socket);
  if (status < 200 || status >= 300) throw new TunnelRefused(`the proxy answers ${status}`);
}

/** SOCKS 4a: the proxy resolves the name. */
async function tunnelBySocks4(
  socket: Socket,
  { user = "" }: PageProxy,
  host: string,
  port: number,
): Promise<void> {
  const words = Buffer.from(`${user}\0${host}\0`, "utf8");
  socket.write(Buffer.concat([Buffer.from([4, 1, port >> 8, port & 0xff, 0, 0, 0, 1]), words]));
  const reply = await readBytes(socket, 8);
  if (reply[0] !== 0 || reply[1] !== 90) throw new TunnelRefused(`the proxy answers ${reply[1]}`);
}

async function tunnelBySocks5(socket: Socket, proxy: PageProxy, host: string, port: number): Promise<void> {
  const method = proxy.user === undefined ? 0 : 2;
  socket.write(Buffer.from([5, 1, method]));
  const chosen = await readBytes(socket, 2);
  if (chosen[0] !== 5 || chosen[1] !== method) throw new TunnelRefused("the proxy wants another log-in");
  if (proxy.user !== undefined) await logInBySocks5(socket, proxy.user, proxy.password ?? "");
  const name = Buffer.from(host, "utf8");
  socket.write(
    Buffer.concat([Buffer.from([5, 1, 0, 3, name.length]), name, Buffer.from([port >> 8, port & 0xff])]),
  );
  const [version, code, , kind] = await readBytes(socket, 4);
  if (version !== 5 || code !== 0) throw new TunnelRefused(`the proxy answers ${code}`);
  const addressBytes = kind === 1 ? 4 : kind === 4 ? 16 : ((await readBytes(socket, 1))[0] ?? 0);
  await readBytes(socket, addressBytes + 2);
}

async function logInBySocks5(socket: Socket, user: string, password: string): Promise<void> {
  const [name, word] = [Buffer.from(user, "utf8"), Buffer.from(password, "utf8")];
  if (name.length > 255 || word.length > 255) throw new TunnelRefused("the name or the password is too long");
  socket.write(Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([word.length]), word]));
  const reply = await readBytes(socket, 2);
  if (reply[1] !== 0) throw new TunnelRefused("the proxy refuses the log-in");
}

/** The status of an HTTP answer, whose head is read to its end. */
export async function readStatus(socket: Socket): Promise<number> {
  let head = "";
  while (!head.endsWith("\r\n\r\n")) {
    if (head.length >= HEAD_BYTES_MAX) throw new TunnelRefused("the answer has no end of its head");
    head += (await readBytes(socket, 1)).toString("latin1");
  }
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]);
  if (Number.isNaN(status)) throw new TunnelRefused("the answer is no HTTP");
  return status;
}

async function readBytes(socket: Socket, count: number): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(count) as Buffer | null;
    if (bytes !== null && bytes.length === count) return bytes;
    if (bytes !== null || socket.readableEnded || socket.destroyed)
      throw new TunnelRefused("it ended too soon");
    const heard = new AbortController();
    const { signal } = heard;
    const words = ["readable", "end", "close"].map((word) => once(socket, word, { signal }));
    await Promise.race(words).finally(() => heard.abort());
  }
}

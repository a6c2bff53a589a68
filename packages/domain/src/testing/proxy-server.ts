import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A proxy on loopback that speaks HTTP, SOCKS 4a and SOCKS 5 on one port, and leads every host to `port`. */
export interface ProxyServer {
  port: number;
  /** `host:port` of what it was asked for, in order. */
  readonly asked: string[];
  /** With these it wants to be logged in to. */
  user: string | null;
  password: string | null;
  stop(): Promise<void>;
}

export async function startProxyServer(targetPort: () => number): Promise<ProxyServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", (first: Buffer) => {
      if (first[0] === 4) answerSocks4(proxy, socket, first, targetPort());
      else if (first[0] === 5) answerSocks5(proxy, socket, first, targetPort());
      else answerHttp(proxy, socket, first, targetPort());
    });
  });
  const proxy: ProxyServer = {
    port: 0,
    asked: [],
    user: null,
    password: null,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  proxy.port = (server.address() as AddressInfo).port;
  return proxy;
}

function answerHttp(proxy: ProxyServer, socket: Socket, first: Buffer, port: number): void {
  const head = first.toString("latin1");
  const [method, target = ""] = head.split(" ");
  const wanted = `Basic ${Buffer.from(`${proxy.user}:${proxy.password}`).toString("base64")}`;
  if (proxy.user !== null && !head.includes(`Proxy-Authorization: ${wanted}`)) {
    socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    return;
  }
  proxy.asked.push(method === "CONNECT" ? target : new URL(target).host);
  if (method === "CONNECT") join(socket, port, "HTTP/1.1 200 Connection established\r\n\r\n");
  else join(socket, port, "", first);
}

function answerSocks4(proxy: ProxyServer, socket: Socket, first: Buffer, port: number): void {
  const [user = "", host = ""] = first.subarray(8).toString("utf8").split("\0");
  const refused = proxy.user !== null && proxy.user !== user;
  proxy.asked.push(`${host}:${first.readUInt16BE(2)}`);
  if (refused) socket.end(Buffer.from([0, 93, 0, 0, 0, 0, 0, 0]));
  else join(socket, port, Buffer.from([0, 90, 0, 0, 0, 0, 0, 0]));
}

function answerSocks5(proxy: ProxyServer, socket: Socket, first: Buffer, port: number): void {
  const method = proxy.user === null ? 0 : 2;
  socket.write(Buffer.from([5, first.includes(method, 2) ? method : 0xff]));
  const ask = (): void =>
    void socket.once("data", (request: Buffer) => {
      const length = request[4] ?? 0;
      proxy.asked.push(`${request.toString("utf8", 5, 5 + length)}:${request.readUInt16BE(5 + length)}`);
      join(socket, port, Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
    });
  if (method === 0) {
    ask();
    return;
  }
  socket.once("data", (given: Buffer) => {
    const length = given[1] ?? 0;
    const good =
      given.toString("utf8", 2, 2 + length) === proxy.user &&
      given.toString("utf8", 3 + length) === proxy.password;
    socket.write(Buffer.from([1, good ? 0 : 1]));
    if (good) ask();
  });
}

function join(socket: Socket, port: number, reply: string | Buffer, first?: Buffer): void {
  const target = connect({ host: "127.0.0.1", port });
  target.on("error", () => socket.destroy());
  target.once("connect", () => {
    if (reply.length > 0) socket.write(reply);
    if (first) target.write(first);
    socket.pipe(target).pipe(socket);
  });
}

import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedCall {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A customer's server on loopback that keeps what it is sent. */
export interface Receiver {
  port: number;
  readonly calls: ReceivedCall[];
  /** How it answers; 200 at first. */
  answer(response: ServerResponse, call: ReceivedCall): void;
  /** When this many calls have come. Fails after three seconds. */
  received(count: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const call = { method, path: url, headers, body };
      receiver.calls.push(call);
      receiver.answer(response, call);
    });
  });
  const receiver: Receiver = {
    port: 0,
    calls: [],
    answer: (response) => void response.end("thank you"),
    async received(count) {
      for (const deadline = Date.now() + 3_000; receiver.calls.length < count; ) {
        if (Date.now() > deadline) throw new Error(`${receiver.calls.length} of ${count} calls came`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  receiver.port = (server.address() as AddressInfo).port;
  return receiver;
}

import { createSocket } from "node:dgram";
import { once } from "node:events";

/** A name server for tests: every name has the IPv4 addresses that `answer` gives at that moment, and no other record. */
export interface NameServer {
  /** As resolvers take it: `address:port`. */
  address: string;
  /** Names asked for an IPv4 address, in order. */
  readonly asked: string[];
  answer(name: string): readonly string[];
  stop(): Promise<void>;
}

const HEADER_BYTES = 12;
const TYPE_A = 1;

export async function startNameServer(answer: NameServer["answer"]): Promise<NameServer> {
  const socket = createSocket("udp4");
  const server: NameServer = {
    address: "",
    asked: [],
    answer,
    stop: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
  socket.on("message", (query, { port, address }) => {
    const { name, type, end } = readQuestion(query);
    if (type === TYPE_A) server.asked.push(name);
    const addresses = type === TYPE_A ? server.answer(name) : [];
    socket.send(reply(query.subarray(0, end), addresses), port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  server.address = `127.0.0.1:${socket.address().port}`;
  return server;
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** The question again, and each address with a life of no seconds, so that nobody keeps it. */
function reply(question: Buffer, addresses: readonly string[]): Buffer {
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt32BE(0, 8);
  const answers = addresses.map((address) =>
    Buffer.from([0xc0, HEADER_BYTES, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split(".").map(Number)]),
  );
  return Buffer.concat([head, ...answers]);
}

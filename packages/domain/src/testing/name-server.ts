import { createSocket } from "node:dgram";
import { once } from "node:events";

/**
 * A name server for tests: every name has the IPv4 addresses that `answer` gives at that moment, and the TXT records
 * that `text` gives; null says that the server has failed.
 */
export interface NameServer {
  /** As resolvers take it: `address:port`. */
  address: string;
  /** Names asked for an IPv4 address, in order. */
  readonly asked: string[];
  answer(name: string): readonly string[];
  text(name: string): readonly string[] | null;
  stop(): Promise<void>;
}

const HEADER_BYTES = 12;
const TYPE_A = 1;
const TYPE_TXT = 16;
const SERVER_FAILED = 0x8182;

export async function startNameServer(answer: NameServer["answer"]): Promise<NameServer> {
  const socket = createSocket("udp4");
  const server: NameServer = {
    address: "",
    asked: [],
    answer,
    text: () => [],
    stop: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
  socket.on("message", (query, { port, address }) => {
    const { name, type, end } = readQuestion(query);
    if (type === TYPE_A) server.asked.push(name);
    const records = type === TYPE_A ? server.answer(name).map(addressData) : textData(server, name, type);
    socket.send(reply(query.subarray(0, end), type, records), port, address);
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

function addressData(address: string): Buffer {
  return Buffer.from(address.split(".").map(Number));
}

/** Each text in pieces of at most 255 bytes, as the format wants it. */
function textData(server: NameServer, name: string, type: number): Buffer[] | null {
  const texts = type === TYPE_TXT ? server.text(name) : [];
  if (texts === null) return null;
  return texts.map((text) => {
    const pieces = text.match(/.{1,255}/gs) ?? [""];
    return Buffer.concat(
      pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece, "latin1")])),
    );
  });
}

/** The question again, and each record with a life of no seconds, so that nobody keeps it. */
function reply(question: Buffer, type: number, found: readonly Buffer[] | null): Buffer {
  const head = Buffer.from(question);
  const records = found ?? [];
  head.writeUInt16BE(found === null ? SERVER_FAILED : 0x8180, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  const answers = records.map((data) =>
    Buffer.concat([
      Buffer.from([0xc0, HEADER_BYTES, 0, type, 0, 1, 0, 0, 0, 0, data.length >> 8, data.length & 0xff]),
      data,
    ]),
  );
  return Buffer.concat([head, ...answers]);
}

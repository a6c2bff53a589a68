import { connect } from "node:net";

export interface RawAnswer {
  /** Everything that came back, with the date blanked out. */
  bytes: string;
  statusLine: string;
  headers: Record<string, string>;
  body: string;
}

/** Sends exactly these bytes to the server and reads until it closes the connection. */
export function exchange(port: number, ...pieces: (string | Buffer)[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.on("data", (chunk) => received.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(parseAnswer(Buffer.concat(received).toString("utf8"))));
  });
}

/** A request that asks for the connection to end after the answer. `body` may be text or bytes. */
export function request(
  line: string,
  headers: Record<string, string> = {},
  body: string | Buffer = "",
): Buffer {
  const bytes = Buffer.from(body);
  const all = { Host: "api.test", Connection: "close", ...headers };
  const withLength =
    bytes.length === 0 || "Transfer-Encoding" in all ? all : { ...all, "Content-Length": bytes.length };
  const head = Object.entries(withLength).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${line} HTTP/1.1\r\n${head.join("")}\r\n`), bytes]);
}

function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf("\r\n\r\n");
  const [statusLine = "", ...lines] = text.slice(0, end).split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
  return {
    bytes: text.replace(/^Date: .*$/m, "Date: -"),
    statusLine,
    headers,
    body: end < 0 ? "" : text.slice(end + 4),
  };
}

import { connect } from "node:net";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { METHODS } from "./methods";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const database = useTestDatabase();
const DEADLINE_MS = 300;
let server: JsonServer;

beforeAll(async () => {
  server = await startJsonServer(database.url, { deadlineMs: DEADLINE_MS });
});
afterAll(() => server.stop());

const UNREADABLE =
  '{"errorId":15,"errorCode":"ERROR_IMAGE_TYPE_NOT_SUPPORTED","errorDescription":"The body is no JSON object."}';

test.each([
  ["JSON that is cut off", '{"clientKey":"a'],
  ["a list", "[1]"],
  ["null", "null"],
  ["a text", '"x"'],
  ["a form", "clientKey=a"],
  ["a megabyte of brackets", `{"a":${"[".repeat(1_000_000)}`],
  ["ten thousand properties", `{${Array.from({ length: 10_000 }, (_, i) => `"f${i}":1`).join(",")}}`],
])("%s is a body that cannot be read, which bans nobody", async (_what, body) => {
  for (const method of Object.keys(METHODS))
    expect((await server.post(`/${method}`, body)).body).toBe(UNREADABLE);
});

test("a body over the limit is refused, and the client may send all of it", async () => {
  expect(await server.call("/createTask", Buffer.alloc(9_000_000, "x"))).toMatchObject({
    errorId: 4,
    errorCode: "ERROR_TOO_BIG_CAPTCHA_FILESIZE",
  });
});

test("a body that drips is answered at the deadline, and the connection ends", async () => {
  const answer = await new Promise<string>((resolve) => {
    let received = "";
    const socket = connect(server.port, "127.0.0.1", () => {
      socket.write("POST /createTask HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n{");
    });
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(received));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*Connection: close\r\n[\s\S]*"errorId":15,/);
});

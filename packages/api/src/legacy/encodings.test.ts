import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchange, request } from "./testing/exchange";
import { type LegacyServer, startLegacyServer } from "./testing/legacy-server";
import { field, file, multipartBody } from "./testing/multipart";

const database = useTestDatabase();
const PNG = encodePng({ noise: noise(600) });
const BASE64 = PNG.toString("base64");
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const JSON_TYPE = { "Content-Type": "application/json" };
const KEY = "{KEY}".padEnd(32, "#");
let server: LegacyServer;

beforeAll(async () => {
  server = await startLegacyServer(database.url);
});
afterAll(() => server.stop());

/** Requests are declared before the key exists: a placeholder of the same length stands for it. */
function send(bytes: Buffer) {
  const at = bytes.indexOf(KEY);
  if (at >= 0) bytes.write(server.key, at, "latin1");
  return exchange(server.port, bytes);
}

async function hintsOf(taskId: string): Promise<unknown> {
  const { rows } = await server.ctx.pool.query("select hints from task_input where task_id = $1", [taskId]);
  return rows[0].hints;
}

async function pictureOf(taskId: string): Promise<Buffer> {
  const { rows } = await server.ctx.pool.query("select bytes from task_input where task_id = $1", [taskId]);
  return rows[0].bytes;
}

const NUMERIC = field("numeric", "1");
const FIELDS = [field("key", KEY), field("method", "post"), NUMERIC];

function multipart(
  boundary: string,
  parts: Parameters<typeof multipartBody>[1],
  header = `boundary=${boundary}`,
) {
  return request(
    "POST /in.php",
    { "Content-Type": `multipart/form-data; ${header}` },
    multipartBody(boundary, parts),
  );
}

function chunked(line: string, body: string): Buffer {
  const pieces = body.match(/.{1,700}/gs) ?? [];
  const framed = pieces.map((piece) => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`);
  return request(line, { "Transfer-Encoding": "chunked" }, `${framed.join("")}0\r\n\r\n`);
}

const CSHARP_BOUNDARY = "Upload----11/22/2026 10:11:12";
const plainPart = (name: string, content: string) => ({
  headers: ["Content-Type: text/plain; charset=utf-8", `Content-Disposition: form-data; name=${name}`],
  content,
});
const urlencoded = (values: Record<string, string>) => new URLSearchParams(values).toString();
const wrapped = BASE64.replace(/.{60}/g, "$&\n");

const ENCODINGS: [client: string, bytes: Buffer][] = [
  [
    "multipart, fields first, no type on the file (python-requests, okhttp)",
    multipart("b1", [...FIELDS, file("file", "normal.jpg", PNG)]),
  ],
  [
    "multipart, file first (Go)",
    multipart("b2", [file("file", "upload", PNG, "application/octet-stream"), ...FIELDS]),
  ],
  [
    "multipart with any file name and type (PHP)",
    multipart("------------------------4ebf00fbcf09", [...FIELDS, file("file", "file", PNG, "text/html")]),
  ],
  [
    "multipart with a quoted boundary, bare names and typed text parts (C#)",
    multipart(
      CSHARP_BOUNDARY,
      [plainPart("key", KEY), plainPart("numeric", "1"), file("file", "a.png", PNG, "image/png")],
      `boundary="${CSHARP_BOUNDARY}"`,
    ),
  ],
  [
    "multipart with base64 wrapped at sixty symbols (infosimples)",
    multipart("b3", [...FIELDS, field("body", wrapped)]),
  ],
  [
    "multipart with a preamble and key in the query (C++)",
    request(
      `POST /in.php?&key=${KEY}&numeric=1`,
      { "Content-Type": "multipart/form-data; boundary=b4" },
      Buffer.concat([Buffer.from("ignored\r\n"), multipartBody("b4", [file("file", "f", PNG)])]),
    ),
  ],
  [
    "urlencoded (python, Java)",
    request(
      "POST /in.php",
      FORM,
      urlencoded({ key: KEY.replaceAll("#", "#"), method: "base64", body: BASE64, numeric: "1" }).replace(
        encodeURIComponent(KEY),
        KEY,
      ),
    ),
  ],
  [
    "urlencoded with a charset",
    request(
      "POST /in.php",
      { "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8" },
      `key=${KEY}&numeric=1&body=${encodeURIComponent(BASE64)}`,
    ),
  ],
  [
    "urlencoded with plus signs that nobody escaped",
    request("POST /in.php", FORM, `key=${KEY}&numeric=1&body=${BASE64}`),
  ],
  [
    "urlencoded without a content type, chunked (puppeteer)",
    chunked("POST /in.php", `key=${KEY}&numeric=1&method=base64&body=${encodeURIComponent(BASE64)}`),
  ],
  [
    "JSON (JavaScript, Ruby)",
    request(
      "POST /in.php",
      JSON_TYPE,
      JSON.stringify({ key: KEY, method: "base64", body: BASE64, numeric: 1, phrase: null, soft_id: 3898 }),
    ),
  ],
  [
    "query and JSON labelled text/plain (Furry)",
    request(
      `POST /in.php?key=${KEY}&method=base64&json=0&numeric=1`,
      { "Content-Type": "text/plain;charset=UTF-8" },
      JSON.stringify({ body: BASE64 }),
    ),
  ],
  [
    "JSON labelled as a form (curl -d)",
    request("POST /in.php", FORM, JSON.stringify({ key: KEY, body: BASE64, numeric: "1" })),
  ],
  [
    "JSON without a content type, with white space and a byte order mark",
    request("POST /in.php", {}, `\ufeff\n {"key":"${KEY}","body":"${BASE64}","numeric":1}`),
  ],
  [
    "a data-URI",
    request(
      "POST /in.php",
      JSON_TYPE,
      JSON.stringify({ key: KEY, body: `data:image/png;base64,${BASE64}`, numeric: 1 }),
    ),
  ],
  [
    "a content type that is none",
    request(
      "POST /in.php",
      { "Content-Type": "nonsense" },
      `key=${KEY}&numeric=1&body=${encodeURIComponent(BASE64)}`,
    ),
  ],
  [
    "everything in the query (GET)",
    request(`GET /in.php?key=${KEY}&method=base64&numeric=1&body=${encodeURIComponent(BASE64)}`),
  ],
];

test.each(ENCODINGS)("an image is accepted as %s", async (_client, bytes) => {
  const answer = await send(bytes);
  expect(answer.statusLine).toBe("HTTP/1.1 200 OK");
  expect(answer.body).toMatch(/^OK\|\d{10,16}$/);
  const taskId = answer.body.slice(3);
  expect(await hintsOf(taskId)).toEqual({ numeric: 1 });
  expect((await pictureOf(taskId)).equals(PNG)).toBe(true);
});

test("the body wins over the query, and the last value of a repeated name wins", async () => {
  const line = `POST /in.php?key=nonsense&numeric=4`;
  const answer = await send(
    request(line, FORM, `key=${KEY}&numeric=3&numeric=2&body=${encodeURIComponent(BASE64)}`),
  );
  expect(await hintsOf(answer.body.slice(3))).toEqual({ numeric: 2 });
});

test("what the body leaves empty does not hide the query's value", async () => {
  const answer = await send(
    request(
      `POST /in.php?key=${KEY}&numeric=4`,
      JSON_TYPE,
      JSON.stringify({ key: "", numeric: null, body: BASE64 }),
    ),
  );
  expect(await hintsOf(answer.body.slice(3))).toEqual({ numeric: 4 });
});

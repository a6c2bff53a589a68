import { crc32 } from "node:zlib";
import { ERROR_CODES, type ErrorCode } from "@sightline/contract/error-codes";
import type { TEST_ENDS } from "@sightline/contract/task-params";

export type TestEnd = (typeof TEST_ENDS)[number];

/** A picture that makes one error happen, whenever it is sent with a test key. */
export interface TestPicture {
  name: string;
  bytes: Buffer;
  code: ErrorCode;
  /** Refused at once, or accepted and then ended like this. */
  ends: TestEnd | null;
}

/** Results that a task may have instead of an answer. */
const RESULTS = {
  ERROR_CAPTCHA_UNSOLVABLE: "unreadable",
  ERROR_TOKEN_EXPIRED: "value_expired",
  ERROR_PROXY_CONNECTION_FAILED: "proxy_failed",
} as const satisfies Partial<Record<ErrorCode, TestEnd>>;

const SIDE_PX = 64;

const refusals = (Object.keys(ERROR_CODES) as ErrorCode[]).filter((code) => ERROR_CODES[code].said !== "res");

export const TEST_PICTURES: readonly TestPicture[] = [
  ...refusals.map((code) => ({ code, ends: null })),
  ...(Object.keys(RESULTS) as (keyof typeof RESULTS)[]).map((code) => ({ code, ends: RESULTS[code] })),
].map(({ code, ends }, place) => ({ code, ends, name: fileName(code), bytes: drawBars(place + 1) }));

/** `ERROR: 1001` is `error-1001.png`. */
function fileName(code: ErrorCode): string {
  return `${code.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.png`;
}

/**
 * The number as eight bars, dark for a one. Written without compression, so that the bytes are the same whatever
 * version of the compressor a server has: programs may keep the pictures.
 */
function drawBars(number: number): Buffer {
  const row = Buffer.alloc(1 + SIDE_PX);
  for (let x = 0; x < SIDE_PX; x++) row[1 + x] = (number >> Math.floor(x / 8)) & 1 ? 40 : 220;
  const pixels = Buffer.concat(Array.from({ length: SIDE_PX }, () => row));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE_PX, 0);
  header.writeUInt32BE(SIDE_PX, 4);
  // Eight bits of grey.
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", stored(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}

/** A zlib stream of one stored block. */
function stored(data: Buffer): Buffer {
  const head = Buffer.from([0x78, 0x01, 0x01, 0, 0, 0, 0]);
  head.writeUInt16LE(data.length, 3);
  head.writeUInt16LE(0xffff - data.length, 5);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(adler32(data));
  return Buffer.concat([head, data, check]);
}

function adler32(data: Buffer): number {
  let [a, b] = [1, 0];
  for (const byte of data) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}

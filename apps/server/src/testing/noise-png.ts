import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

/** A well-formed grey PNG of random pixels, about `sidePx` squared bytes large. */
export function noisePng(sidePx: number): Buffer {
  const rows = Buffer.concat(
    Array.from({ length: sidePx }, () => Buffer.concat([Buffer.from([0]), randomBytes(sidePx)])),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sidePx, 0);
  header.writeUInt32BE(sidePx, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const nothing = Buffer.alloc(0);

/**
 * The same picture without anything a decoder does not need: no application, comment, text or resolution segments and
 * nothing after the end. A file that is bare already comes back byte for byte, so comparing is the check.
 * Throws on bytes that are no JPEG, PNG or GIF.
 */
export function bareFile(bytes: Buffer): Buffer {
  if (bytes.readUInt16BE(0) === 0xffd8) return bareJpeg(bytes);
  if (bytes.subarray(1, 4).toString("latin1") === "PNG") return barePng(bytes);
  if (bytes.subarray(0, 4).toString("latin1") === "GIF8") return bareGif(bytes);
  throw new Error("not a JPEG, PNG or GIF");
}

function bareJpeg(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const needless = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!needless) kept.push(bytes.subarray(at, end));
    at = end;
  }
  // A baseline file is one scan up to its end marker; inside it 0xff is always followed by 0 or a restart.
  const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), at);
  if (end < 0) throw new Error("a JPEG without its end");
  return Buffer.concat([...kept, bytes.subarray(at, end + 2)]);
}

function barePng(bytes: Buffer): Buffer {
  const needed = new Set(["IHDR", "PLTE", "IDAT", "IEND"]);
  const kept = [bytes.subarray(0, 8)];
  let at = 8;
  for (let type = ""; type !== "IEND"; ) {
    type = bytes.subarray(at + 4, at + 8).toString("latin1");
    const end = at + 12 + bytes.readUInt32BE(at);
    if (needed.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

function bareGif(bytes: Buffer): Buffer {
  const packed = bytes[10] ?? 0;
  let at = 13 + (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  const kept = [bytes.subarray(0, at)];
  while (bytes[at] === 0x21 || bytes[at] === 0x2c) {
    const isImage = bytes[at] === 0x2c;
    const local = isImage && (bytes[at + 9] ?? 0) & 0x80 ? 3 * 2 ** (((bytes[at + 9] ?? 0) & 7) + 1) : 0;
    const end = endOfGifBlocks(bytes, isImage ? at + 11 + local : at + 2);
    kept.push(isImage ? bytes.subarray(at, end) : nothing);
    at = end;
  }
  return Buffer.concat([...kept, Buffer.from([0x3b])]);
}

function endOfGifBlocks(bytes: Buffer, start: number): number {
  let at = start;
  while ((bytes[at] ?? 0) > 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

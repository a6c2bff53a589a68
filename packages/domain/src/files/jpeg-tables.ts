/** Which of the four slots of each kind a JPEG has filled so far, one bit a slot. */
export type JpegTables = { quantisation: number; dcHuffman: number; acHuffman: number };

/** Reads a DQT payload (several tables may follow each other) and notes the slots it fills. */
export function addQuantisationTables(payload: Buffer, tables: JpegTables): string | null {
  let at = 0;
  while (at < payload.length) {
    const head = payload.readUInt8(at);
    const precision = head >> 4;
    const slot = head & 15;
    if (precision > 1 || slot > 3) return "quantisation table of unknown kind";
    at += 1 + 64 * (precision + 1);
    tables.quantisation |= 1 << slot;
  }
  return at === payload.length && at > 0 ? null : "cut quantisation table";
}

/** Reads a DHT payload: per table a head, the count of codes of each of 16 lengths, then one byte a code. */
export function addHuffmanTables(payload: Buffer, tables: JpegTables): string | null {
  let at = 0;
  while (at < payload.length) {
    if (at + 17 > payload.length) return "cut Huffman table";
    const head = payload.readUInt8(at);
    const slot = head & 15;
    if (head >> 4 > 1 || slot > 3) return "Huffman table of unknown kind";
    const codes = countHuffmanCodes(payload, at + 1);
    if (codes === null) return "impossible Huffman table";
    at += 17 + codes;
    if (head >> 4 === 0) tables.dcHuffman |= 1 << slot;
    else tables.acHuffman |= 1 << slot;
  }
  return at === payload.length && at > 0 ? null : "cut Huffman table";
}

/** Null when there are more codes of some length than a prefix code has room for. */
function countHuffmanCodes(payload: Buffer, countsAt: number): number | null {
  let codes = 0;
  let room = 1;
  for (let length = 0; length < 16; length++) {
    const ofThisLength = payload.readUInt8(countsAt + length);
    room = room * 2 - ofThisLength;
    codes += ofThisLength;
    if (room < 0) return null;
  }
  return codes > 256 ? null : codes;
}

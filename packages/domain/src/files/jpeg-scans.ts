import type { JpegTables } from "./jpeg-tables";

type JpegFrame = {
  readonly progressive: boolean;
  readonly components: readonly { readonly id: number; readonly quantisationSlot: number }[];
};

/** What the segments walked so far have said; the last field has one bit a component, in the frame's order. */
export type JpegProgress = {
  frame: JpegFrame | null;
  readonly tables: JpegTables;
  restartInterval: number;
  scans: number;
  scannedComponents: number;
};

/** Real progressive files have about a dozen. Each scan of a few bytes makes a browser pass over all pixels. */
const scansMax = 100;

/**
 * Reads a frame header into `progress`. Lossless, hierarchical and arithmetic coding and 12-bit samples are real
 * JPEG, but no browser shows them, so a worker could not either.
 */
export function readFrame(marker: number, payload: Buffer, progress: JpegProgress): string | null {
  if (progress.frame !== null) return "second frame";
  if (marker > 0xc2) return `coding process ${marker.toString(16)} is not shown by browsers`;
  if (payload.length < 6 || payload[0] !== 8) return "samples are not 8 bits";
  const count = payload.readUInt8(5);
  if (count !== 1 && count !== 3 && count !== 4) return `${count} components`;
  if (payload.length !== 6 + 3 * count) return "frame of wrong length";
  const components = [];
  for (let at = 6; at < payload.length; at += 3) {
    const sampling = payload.readUInt8(at + 1);
    if (!isSamplingFactor(sampling >> 4) || !isSamplingFactor(sampling & 15))
      return "impossible sampling factor";
    components.push({ id: payload.readUInt8(at), quantisationSlot: payload.readUInt8(at + 2) });
  }
  progress.frame = { progressive: marker === 0xc2, components };
  return null;
}

/** Checks a scan header against the frame and the tables read before it, and notes the components it covers. */
export function findScanFault(payload: Buffer, progress: JpegProgress): string | null {
  const { frame } = progress;
  if (frame === null) return "scan before the frame";
  if (++progress.scans > scansMax) return `more than ${scansMax} scans`;
  const count = payload[0] ?? 0;
  if (count < 1 || count > 4 || payload.length !== 4 + 2 * count) return "scan of wrong length";

  const band = readBand(payload, 1 + 2 * count);
  if (frame.progressive && !isProgressiveBand(band, count)) return "impossible progressive scan";
  for (let at = 1; at < 1 + 2 * count; at += 2) {
    const index = frame.components.findIndex(({ id }) => id === payload[at]);
    const component = frame.components[index];
    if (component === undefined) return "scan of an unknown component";
    if (!has(progress.tables.quantisation, component.quantisationSlot)) return "no quantisation table";
    const slots = payload.readUInt8(at + 1);
    if (needsDc(frame, band) && !has(progress.tables.dcHuffman, slots >> 4)) return "no DC Huffman table";
    if (needsAc(frame, band) && !has(progress.tables.acHuffman, slots & 15)) return "no AC Huffman table";
    progress.scannedComponents |= 1 << index;
  }
  return null;
}

/** The coefficients (zigzag positions) and bit planes that a scan carries. */
type Band = {
  readonly first: number;
  readonly last: number;
  readonly highBit: number;
  readonly lowBit: number;
};

function readBand(payload: Buffer, at: number): Band {
  const bits = payload.readUInt8(at + 2);
  return {
    first: payload.readUInt8(at),
    last: payload.readUInt8(at + 1),
    highBit: bits >> 4,
    lowBit: bits & 15,
  };
}

function isProgressiveBand({ first, last, highBit, lowBit }: Band, components: number): boolean {
  const bitsFit = lowBit <= 13 && (highBit === 0 || highBit === lowBit + 1);
  if (first === 0) return last === 0 && bitsFit;
  return last >= first && last <= 63 && components === 1 && bitsFit;
}

/** Sequential scans carry everything, whatever their band says: sloppy encoders leave zeros there. */
function needsDc(frame: JpegFrame, band: Band): boolean {
  return !frame.progressive || (band.first === 0 && band.highBit === 0);
}

function needsAc(frame: JpegFrame, band: Band): boolean {
  return !frame.progressive || band.first > 0;
}

function has(slots: number, slot: number): boolean {
  return slot <= 3 && (slots & (1 << slot)) !== 0;
}

function isSamplingFactor(factor: number): boolean {
  return factor >= 1 && factor <= 4;
}

import type { ImageSides } from "./image-inspection";
import { findScanFault, type JpegProgress, readFrame } from "./jpeg-scans";
import {
  isStartOfFrame,
  type JpegSegment,
  jpegMarker,
  jpegSegmentsMax,
  readJpegSegment,
  walkEntropyCodedData,
} from "./jpeg-segments";
import { addHuffmanTables, addQuantisationTables } from "./jpeg-tables";

const afterStartOfImage = 2;

export function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === jpegMarker.soi && bytes[2] === 0xff;
}

/** Sizes from the first frame header, whatever its coding process; nothing before it is judged yet. */
export function readJpegSides(bytes: Buffer): ImageSides | null {
  let at = afterStartOfImage;
  for (let count = 0; count < jpegSegmentsMax; count++) {
    const segment = readJpegSegment(bytes, at);
    if (segment === null || segment.marker === jpegMarker.sos || segment.marker === jpegMarker.eoi)
      return null;
    if (isStartOfFrame(segment.marker)) {
      if (segment.end - segment.dataStart < 5) return null;
      return {
        widthPx: bytes.readUInt16BE(segment.dataStart + 3),
        heightPx: bytes.readUInt16BE(segment.dataStart + 1),
      };
    }
    at = segment.end;
  }
  return null;
}

/**
 * Walks all segments and scans up to the end of image. What follows it is tolerated: cameras append previews and
 * padding there, decoders stop, and stripping drops it before a worker gets the file.
 */
export function findJpegFault(bytes: Buffer): string | null {
  const progress: JpegProgress = {
    frame: null,
    tables: { quantisation: 0, dcHuffman: 0, acHuffman: 0 },
    restartInterval: 0,
    scans: 0,
    scannedComponents: 0,
  };
  let at = afterStartOfImage;
  for (let count = 0; count < jpegSegmentsMax; count++) {
    const segment = readJpegSegment(bytes, at);
    if (segment === null) return `no whole segment at byte ${at}`;
    if (segment.marker === jpegMarker.eoi) return findMissingScan(progress);
    const fault = findSegmentFault(bytes, segment, progress);
    if (fault !== null) return fault;
    at = segment.end;
    if (segment.marker !== jpegMarker.sos) continue;
    const data = walkEntropyCodedData(bytes, at);
    if (data.end === at) return "scan without data";
    if (!data.restartsInOrder) return "restart markers out of order";
    if (data.restarts > 0 && progress.restartInterval === 0) return "restart marker without an interval";
    at = data.end;
  }
  return `more than ${jpegSegmentsMax} segments`;
}

function findSegmentFault(bytes: Buffer, segment: JpegSegment, progress: JpegProgress): string | null {
  const payload = bytes.subarray(segment.dataStart, segment.end);
  const { marker } = segment;
  if (isStartOfFrame(marker)) return readFrame(marker, payload, progress);
  if (isSkippable(marker)) return null;
  switch (marker) {
    case jpegMarker.dqt:
      return addQuantisationTables(payload, progress.tables);
    case jpegMarker.dht:
      return addHuffmanTables(payload, progress.tables);
    case jpegMarker.dri:
      if (payload.length !== 2) return "restart interval of wrong length";
      progress.restartInterval = payload.readUInt16BE(0);
      return null;
    case jpegMarker.sos:
      return findScanFault(payload, progress);
    default:
      return `unexpected marker ${marker.toString(16)} at byte ${segment.start}`;
  }
}

/** Application data, comments, and the late line count that decoders skip when the frame already says its height. */
function isSkippable(marker: number): boolean {
  const isApplicationData = marker >= jpegMarker.app0 && marker <= jpegMarker.app15;
  return isApplicationData || marker === jpegMarker.com || marker === jpegMarker.dnl;
}

function findMissingScan({ frame, scannedComponents }: JpegProgress): string | null {
  if (frame === null) return "no frame";
  const all = (1 << frame.components.length) - 1;
  return scannedComponents === all ? null : "a component has no scan";
}

import { readExifOrientation, writeExifOrientation } from "./exif-orientation";
import {
  exifSignature,
  type JpegSegment,
  jpegMarker,
  jpegSegmentsMax,
  readJpegSegment,
  walkEntropyCodedData,
} from "./jpeg-segments";
import { KeptBytes } from "./kept-bytes";

const afterStartOfImage = 2;
const jfifSignature = Buffer.from("JFIF\0", "latin1");
const adobeSignature = Buffer.from("Adobe", "latin1");

/** Payload bytes of the two application segments that decoders read, without the thumbnail JFIF may end with. */
const jfifLength = 14;
const adobeLength = 12;

/** Null when there is nothing to drop. */
export function stripJpeg(bytes: Buffer): Buffer | null {
  const kept = new KeptBytes(bytes);
  kept.keep(0, afterStartOfImage);
  let oriented = false;
  let at = afterStartOfImage;
  for (let count = 0; count < jpegSegmentsMax; count++) {
    const segment = readJpegSegment(bytes, at);
    if (segment === null) break;
    if (isExif(bytes, segment) && !oriented) oriented = keepOrientation(bytes, segment, kept);
    else keepForDecoder(bytes, segment, kept);
    if (segment.marker === jpegMarker.eoi) break;
    at = segment.end;
    if (segment.marker !== jpegMarker.sos) continue;
    const data = walkEntropyCodedData(bytes, at);
    kept.keep(at, data.end);
    at = data.end;
  }
  return kept.finish();
}

function keepForDecoder(bytes: Buffer, segment: JpegSegment, kept: KeptBytes): void {
  const { marker, start, end } = segment;
  if (marker === jpegMarker.app0 && startsWith(bytes, segment, jfifSignature)) {
    keepPrefix(bytes, segment, jfifLength, kept);
  } else if (marker === jpegMarker.app14 && startsWith(bytes, segment, adobeSignature)) {
    keepPrefix(bytes, segment, adobeLength, kept);
  } else if (!isMetadata(marker)) {
    kept.keep(start, end);
  }
}

/** Keeps the first `length` bytes of a payload; a shorter one is of no use to a decoder and goes. */
function keepPrefix(
  bytes: Buffer,
  { marker, start, dataStart, end }: JpegSegment,
  length: number,
  kept: KeptBytes,
) {
  if (end - dataStart < length) return;
  const prefix = Buffer.from(bytes.subarray(dataStart, dataStart + length));
  // Width and height of the thumbnail that is cut off.
  if (marker === jpegMarker.app0) prefix.fill(0, 12, 14);
  const segment = writeSegment(marker, prefix);
  if (segment.equals(bytes.subarray(start, end))) kept.keep(start, end);
  else kept.write(segment);
}

function isExif(bytes: Buffer, segment: JpegSegment): boolean {
  return segment.marker === jpegMarker.app1 && startsWith(bytes, segment, exifSignature);
}

/** Puts an EXIF segment with the orientation alone in the place of a larger one; says whether there was any. */
function keepOrientation(bytes: Buffer, { start, dataStart, end }: JpegSegment, kept: KeptBytes): boolean {
  const orientation = readExifOrientation(bytes.subarray(dataStart + exifSignature.length, end));
  if (orientation === 1) return false;
  const exif = Buffer.concat([exifSignature, writeExifOrientation(orientation)]);
  const segment = writeSegment(jpegMarker.app1, exif);
  if (segment.equals(bytes.subarray(start, end))) kept.keep(start, end);
  else kept.write(segment);
  return true;
}

function writeSegment(marker: number, payload: Buffer): Buffer {
  const segment = Buffer.alloc(4 + payload.length);
  segment.writeUInt16BE(0xff00 | marker, 0);
  segment.writeUInt16BE(2 + payload.length, 2);
  payload.copy(segment, 4);
  return segment;
}

function startsWith(bytes: Buffer, { dataStart, end }: JpegSegment, signature: Buffer): boolean {
  return bytes.subarray(dataStart, Math.min(end, dataStart + signature.length)).equals(signature);
}

function isMetadata(marker: number): boolean {
  return (marker >= jpegMarker.app0 && marker <= jpegMarker.app15) || marker === jpegMarker.com;
}

import { readExifOrientation } from "./exif-orientation";
import type { AcceptedImage, ImageFormat, ImageSides } from "./image-inspection";
import {
  exifSignature,
  type JpegSegment,
  jpegMarker,
  jpegSegmentsMax,
  readJpegSegment,
} from "./jpeg-segments";
import { pngChunkType, pngSignature, readPngChunk } from "./png-chunks";

/** From this orientation on a viewer lays the picture on its side. */
const LYING = 5;

/**
 * The sides of a picture as a viewer displays it: those of its file, swapped when its EXIF turns it by a quarter.
 * Points and boxes are places on this picture. Takes only bytes that `inspectImage` accepted; never throws.
 */
export function displayedSides(
  bytes: Uint8Array,
  { format, widthPx, heightPx }: Pick<AcceptedImage, "format" | "widthPx" | "heightPx">,
): ImageSides {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return orientationReaders[format](view) >= LYING
    ? { widthPx: heightPx, heightPx: widthPx }
    : { widthPx, heightPx };
}

const orientationReaders: Record<ImageFormat, (bytes: Buffer) => number> = {
  jpeg: readJpegOrientation,
  png: readPngOrientation,
  gif: () => 1,
};

/** Of the first EXIF that turns the picture, as the one that stripping keeps; those behind a scan turn nothing. */
function readJpegOrientation(bytes: Buffer): number {
  let segment = readJpegSegment(bytes, 2);
  for (let count = 0; segment !== null && count < jpegSegmentsMax; count++) {
    if (segment.marker === jpegMarker.sos || segment.marker === jpegMarker.eoi) return 1;
    const orientation = orientationOf(bytes, segment);
    if (orientation !== 1) return orientation;
    segment = readJpegSegment(bytes, segment.end);
  }
  return 1;
}

function orientationOf(bytes: Buffer, { marker, dataStart, end }: JpegSegment): number {
  if (marker !== jpegMarker.app1) return 1;
  const tiffStart = dataStart + exifSignature.length;
  if (!bytes.subarray(dataStart, tiffStart).equals(exifSignature)) return 1;
  return readExifOrientation(bytes.subarray(tiffStart, end));
}

const EXIF = pngChunkType("eXIf");
const IEND = pngChunkType("IEND");

function readPngOrientation(bytes: Buffer): number {
  let chunk = readPngChunk(bytes, pngSignature.length);
  while (chunk !== null && chunk.type !== IEND) {
    if (chunk.type === EXIF) {
      const orientation = readExifOrientation(bytes.subarray(chunk.dataStart, chunk.dataEnd));
      if (orientation !== 1) return orientation;
    }
    chunk = readPngChunk(bytes, chunk.end);
  }
  return 1;
}

import { findGifFault, isGif, readGifSides } from "./gif-structure";
import {
  captchaImageLimits,
  type ImageFormat,
  type ImageInspection,
  type ImageLimits,
  type ImageRefusalCode,
  type ImageSides,
  type RefusedImage,
} from "./image-inspection";
import { findJpegFault, isJpeg, readJpegSides } from "./jpeg-structure";
import { findPngFault, isPng, readPngSides } from "./png-structure";
import { nameUnacceptedFormat } from "./unaccepted-formats";

/**
 * Says whether these bytes are a picture that may become a task, looking at structure only: nothing is
 * decompressed or allocated by the sizes a file claims, so a bomb costs what its bytes weigh. Never throws.
 *
 * The order of the checks is a rule of the protocol: too few bytes, too many bytes, type, sides, structure.
 * A picture that is both too large and broken is therefore reported as too large.
 */
export function inspectImage(bytes: Uint8Array, limits: ImageLimits = captchaImageLimits): ImageInspection {
  if (bytes.length < limits.bytesMin) {
    return refused("ERROR_ZERO_CAPTCHA_FILESIZE", `${bytes.length} bytes, at least ${limits.bytesMin}`);
  }
  if (bytes.length > limits.bytesMax) {
    return refused("ERROR_TOO_BIG_CAPTCHA_FILESIZE", `${bytes.length} bytes, at most ${limits.bytesMax}`);
  }
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const format = recogniseFormat(view);
  if (format === null) return refuseType(view);

  const { readSides, findFault } = structures[format];
  const sides = readSides(view);
  if (sides === null) return refused("ERROR_IMAGE_TYPE_NOT_SUPPORTED", `${format}: no readable size`);
  const fault = checkSides(sides, limits) ?? refuseBroken(format, findFault(view));
  return fault ?? { ok: true, format, mediaType: `image/${format}`, ...sides };
}

type Structure = {
  is(bytes: Buffer): boolean;
  /** The sizes the header claims, or null when there is no header to read. */
  readSides(bytes: Buffer): ImageSides | null;
  /** What is broken, in words, or null for a whole picture. */
  findFault(bytes: Buffer): string | null;
};

const structures: Record<ImageFormat, Structure> = {
  png: { is: isPng, readSides: readPngSides, findFault: findPngFault },
  jpeg: { is: isJpeg, readSides: readJpegSides, findFault: findJpegFault },
  gif: { is: isGif, readSides: readGifSides, findFault: findGifFault },
};

function recogniseFormat(bytes: Buffer): ImageFormat | null {
  if (structures.png.is(bytes)) return "png";
  if (structures.jpeg.is(bytes)) return "jpeg";
  return structures.gif.is(bytes) ? "gif" : null;
}

function refuseType(bytes: Buffer): RefusedImage {
  const name = nameUnacceptedFormat(bytes);
  return name === null
    ? refused("ERROR_IMAGE_TYPE_NOT_SUPPORTED", "no known image format")
    : refused("ERROR_WRONG_FILE_EXTENSION", `${name} is not accepted`);
}

function checkSides({ widthPx, heightPx }: ImageSides, limits: ImageLimits): RefusedImage | null {
  if (widthPx > limits.widthPxMax || heightPx > limits.heightPxMax) {
    const cause = `${widthPx} x ${heightPx} px, at most ${limits.widthPxMax} x ${limits.heightPxMax}`;
    return refused("ERROR_TOO_BIG_CAPTCHA_FILESIZE", cause);
  }
  if (widthPx > 0 && heightPx > 0) return null;
  return refused("ERROR_IMAGE_TYPE_NOT_SUPPORTED", `${widthPx} x ${heightPx} px`);
}

function refuseBroken(format: ImageFormat, fault: string | null): RefusedImage | null {
  return fault === null ? null : refused("ERROR_IMAGE_TYPE_NOT_SUPPORTED", `${format}: ${fault}`);
}

function refused(code: ImageRefusalCode, cause: string): RefusedImage {
  return { ok: false, code, cause };
}

import type { AcceptedImage } from "./image-inspection";
import { stripGif } from "./strip-gif";
import { stripJpeg } from "./strip-jpeg";
import { stripPng } from "./strip-png";

const strippers = { png: stripPng, jpeg: stripJpeg, gif: stripGif };

/**
 * The picture as a worker may get it: everything that changes how it looks (its orientation included) and nothing
 * else, so no place, device, author, comment, preview or appended bytes. Pixels are not touched.
 *
 * Takes only bytes that `inspectImage` accepted. Returns the very same object when there is nothing to drop, else a
 * new Buffer; the input is never written to. The result may be smaller than the 100 bytes asked of a submission.
 */
export function stripMetadata<Bytes extends Uint8Array>(
  bytes: Bytes,
  inspection: AcceptedImage,
): Bytes | Buffer {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return strippers[inspection.format](view) ?? bytes;
}

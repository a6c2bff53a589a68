import type { LoadedFile } from "../tasks/task-files";
import type { MediaType } from "../tasks/task-inputs";

/** Below this a picture travels inside its event and is as light as it needs to be. */
const BYTES_MIN = 32 * 1024;
const PIXELS_MAX = 12_000_000;
const QUALITY = 80;
/** What is saved must be worth what the eye may lose. */
const SHARE_MAX = 0.8;
const AT_ONCE_MAX = 2;
/** Others are sound, or move. */
const STILL: readonly MediaType[] = ["image/jpeg", "image/png"];

let underWay = 0;

/**
 * The same picture in fewer bytes, for who asked for few: as many pixels, so that marks on it lie where they lay. As it
 * is when it is small already, would hardly become smaller, cannot be decoded, or two others are being made.
 */
export async function lighterPicture(file: LoadedFile): Promise<{ bytes: Buffer; mediaType: string }> {
  if (file.bytes.length < BYTES_MIN || !STILL.includes(file.mediaType) || underWay >= AT_ONCE_MAX)
    return file;
  underWay++;
  try {
    const { default: sharp } = await import("sharp");
    const bytes = await sharp(file.bytes, { limitInputPixels: PIXELS_MAX, failOn: "error" })
      .autoOrient()
      .webp({ quality: QUALITY, effort: 2 })
      .toBuffer();
    return bytes.length <= file.bytes.length * SHARE_MAX ? { bytes, mediaType: "image/webp" } : file;
  } catch {
    return file;
  } finally {
    underWay--;
  }
}

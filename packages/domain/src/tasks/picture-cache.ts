import type { ImageHints } from "@sightline/contract/image-hints";

export type PictureMediaType = "image/png" | "image/jpeg" | "image/gif";
export const MEDIA_TYPE_NUMBERS = { "image/png": 1, "image/jpeg": 2, "image/gif": 3 } as const;

/** What a worker's screen needs to show a task. */
export interface Picture {
  bytes: Buffer;
  mediaType: PictureMediaType;
  widthPx: number;
  heightPx: number;
  hints: ImageHints;
}

/** The media type a stored number stands for. */
export function mediaTypeOf(number: number): PictureMediaType {
  return number === 1 ? "image/png" : number === 2 ? "image/jpeg" : "image/gif";
}

const CACHE_MAX_BYTES = 64 * 1024 * 1024;

/** Pictures of tasks submitted here, until they end: saves reading back what was just written. Bounded by bytes. */
export class PictureCache {
  readonly #pictures = new Map<number, Picture>();
  #bytes = 0;

  put(taskId: number, picture: Picture): void {
    this.#pictures.set(taskId, picture);
    this.#bytes += picture.bytes.length;
    for (const oldest of this.#pictures.keys()) {
      if (this.#bytes <= CACHE_MAX_BYTES) break;
      this.drop(oldest);
    }
  }

  get(taskId: number): Picture | undefined {
    return this.#pictures.get(taskId);
  }

  drop(taskId: number): void {
    const picture = this.#pictures.get(taskId);
    if (picture && this.#pictures.delete(taskId)) this.#bytes -= picture.bytes.length;
  }
}

import { noisePng } from "./noise-png";

const BOUNDARY = "----sightline-bench-7d3f9a";
const PICTURES = 16;

export const SUBMISSION_HEADERS = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };

/** Ready-made bodies of `POST /in.php` for every key, so that the load spends its time on sending them. */
export class Submissions {
  readonly #pictures = Array.from({ length: PICTURES }, () => noisePng());
  readonly #bodies = new Map<string, Buffer>();

  of(key: string): Buffer {
    const made = this.#bodies.get(key);
    if (made) return made;
    const body = multipart(key, this.#pictures[this.#bodies.size % PICTURES] ?? noisePng());
    this.#bodies.set(key, body);
    return body;
  }
}

function multipart(key: string, picture: Buffer): Buffer {
  const field = (name: string, value: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(field("key", key) + field("method", "post") + file),
    picture,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}

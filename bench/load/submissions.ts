import { noisePng } from "./noise-png";

const BOUNDARY = "----sightline-bench-7d3f9a";
const PICTURES = 16;

/** In which form a picture is sent: a multipart upload to in.php, or base64 within JSON to createTask. */
export type SubmissionForm = "multipart" | "json";

export const SUBMISSION_REQUESTS = {
  multipart: { path: "/in.php", headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` } },
  json: { path: "/createTask", headers: { "content-type": "application/json" } },
} as const satisfies Record<SubmissionForm, { path: string; headers: Record<string, string> }>;

/** Ready-made bodies for every key, so that the load spends its time on sending them. */
export class Submissions {
  readonly #pictures = Array.from({ length: PICTURES }, () => noisePng());
  readonly #bodies = new Map<string, Buffer>();

  of(key: string, form: SubmissionForm): Buffer {
    const name = `${form} ${key}`;
    const made = this.#bodies.get(name);
    if (made) return made;
    const picture = this.#pictures[this.#bodies.size % PICTURES] ?? noisePng();
    const body = form === "json" ? json(key, picture) : multipart(key, picture);
    this.#bodies.set(name, body);
    return body;
  }
}

function json(clientKey: string, picture: Buffer): Buffer {
  const task = { type: "ImageToTextTask", body: picture.toString("base64") };
  return Buffer.from(JSON.stringify({ clientKey, task }));
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

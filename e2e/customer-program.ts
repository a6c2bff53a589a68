import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SAMPLES = fileURLToPath(new URL("../apps/crowd/samples/", import.meta.url));
const LONG_POLL_SECONDS = 30;

/** A program of a customer: it speaks the classic protocol and nothing else. */
export class CustomerProgram {
  constructor(
    private readonly origin: string,
    private readonly key: string,
  ) {}

  /** Sends a picture, or one of the demo's by its name, and returns the task's number. */
  async send(picture: string | Uint8Array, fields: Record<string, string | number> = {}): Promise<number> {
    const words = await this.post(picture, fields);
    const taskId = /^OK\|(\d+)$/.exec(words)?.[1];
    if (taskId === undefined) throw new Error(`in.php refused a picture: ${words}`);
    return Number(taskId);
  }

  /** The words with which in.php answers, whatever they are. */
  async post(picture: string | Uint8Array, fields: Record<string, string | number> = {}): Promise<string> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ key: this.key, method: "post", ...fields })) {
      form.set(name, String(value));
    }
    const bytes = typeof picture === "string" ? readFileSync(SAMPLES + picture) : picture;
    form.set("file", new Blob([new Uint8Array(bytes)]), "picture");
    return text(await fetch(`${this.origin}/in.php`, { method: "POST", body: form }));
  }

  /** Sends what has no file, such as a live challenge. */
  async sendFields(fields: Record<string, string | number>): Promise<number> {
    const words = await text(
      await fetch(`${this.origin}/in.php`, {
        method: "POST",
        body: new URLSearchParams({
          key: this.key,
          ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
        }),
      }),
    );
    const taskId = /^OK\|(\d+)$/.exec(words)?.[1];
    if (taskId === undefined) throw new Error(`in.php refused a task: ${words}`);
    return Number(taskId);
  }

  /** What res.php says about a task now. */
  result(taskId: number): Promise<string> {
    return this.#ask({ action: "get", id: taskId });
  }

  /** What res.php says about it once it has ended; waits for that for half a minute. */
  finalResult(taskId: number): Promise<string> {
    return this.#ask({ action: "get", id: taskId, wait: LONG_POLL_SECONDS });
  }

  /** Says that an answer is wrong; the words with which res.php takes it. */
  reportBad(taskId: number): Promise<string> {
    return this.#ask({ action: "reportbad", id: taskId });
  }

  /** Takes a task back that no worker holds yet. */
  cancel(taskId: number): Promise<string> {
    return this.#ask({ action: "cancel", id: taskId });
  }

  /** As on the wire: USD without trailing zeros. */
  balance(): Promise<string> {
    return this.#ask({ action: "getbalance" });
  }

  async #ask(query: Record<string, string | number>): Promise<string> {
    const url = new URL("/res.php", this.origin);
    for (const [name, value] of Object.entries({ key: this.key, ...query })) {
      url.searchParams.set(name, String(value));
    }
    return text(await fetch(url));
  }
}

async function text(response: Response): Promise<string> {
  const words = await response.text();
  if (response.status !== 200) throw new Error(`${response.url} answered ${response.status}: ${words}`);
  return words;
}

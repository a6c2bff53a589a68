import type { IncomingMessage } from "node:http";

export interface BodyLimits {
  maxBytes: number;
  /** How long a client may take to send its body. */
  deadlineMs: number;
  /** The bytes of all bodies that are being received at the same time. */
  maxBytesInFlight: number;
}

export const BODY_LIMITS: BodyLimits = {
  maxBytes: 8_388_608,
  deadlineMs: 20_000,
  maxBytesInFlight: 134_217_728,
};

export type BodyReading =
  | { ok: true; bytes: Buffer }
  | {
      ok: false;
      code: "ERROR_TOO_BIG_CAPTCHA_FILESIZE" | "ERROR_UPLOAD" | "ERROR_NO_SLOT_AVAILABLE";
      /** The client is too slow or gone: the connection ends with the answer. */
      hangUp: boolean;
    };

/** After this much more the answer has been sent and ignored, and the connection is cut. */
const MAX_DISCARDED_BYTES = 67_108_864;

export function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/** Reads bodies whole into memory, each within its limits and all of them within theirs. */
export class BodyReader {
  #inFlightBytes = 0;

  constructor(private readonly limits: BodyLimits) {}

  read(request: IncomingMessage): Promise<BodyReading> {
    const { maxBytes, deadlineMs, maxBytesInFlight } = this.limits;
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const take = (chunk: Buffer): void => {
        size += chunk.length;
        this.#inFlightBytes += chunk.length;
        if (size > maxBytes) refuse("ERROR_TOO_BIG_CAPTCHA_FILESIZE");
        else if (this.#inFlightBytes > maxBytesInFlight) refuse("ERROR_NO_SLOT_AVAILABLE");
        else chunks.push(chunk);
      };
      const finish = (reading: BodyReading): void => {
        clearTimeout(deadline);
        request.off("data", take).off("end", end).off("close", cutOff).off("error", cutOff);
        this.#inFlightBytes -= size;
        resolve(reading);
      };
      const end = (): void => {
        finish({
          ok: true,
          bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size),
        });
      };
      const cutOff = (): void => finish({ ok: false, code: "ERROR_UPLOAD", hangUp: true });
      const refuse = (code: "ERROR_TOO_BIG_CAPTCHA_FILESIZE" | "ERROR_NO_SLOT_AVAILABLE"): void => {
        finish({ ok: false, code, hangUp: false });
        discardRest(request, deadlineMs);
      };
      const deadline = setTimeout(cutOff, deadlineMs);
      if (Number(request.headers["content-length"] ?? 0) > maxBytes)
        return refuse("ERROR_TOO_BIG_CAPTCHA_FILESIZE");
      request.on("data", take).on("end", end).on("close", cutOff).on("error", cutOff);
    });
  }
}

/**
 * Lets a refused body run dry. Most clients read no answer before they have sent everything, and a connection that
 * is closed on unread bytes takes the answer with it.
 */
function discardRest(request: IncomingMessage, deadlineMs: number): void {
  let discarded = 0;
  const cut = setTimeout(() => request.destroy(), deadlineMs);
  request.on("data", (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > MAX_DISCARDED_BYTES) request.destroy();
  });
  request.on("error", () => {});
  request.on("close", () => clearTimeout(cut));
}

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

export type BodyRefusal = "ERROR_TOO_BIG_CAPTCHA_FILESIZE" | "ERROR_UPLOAD" | "ERROR_NO_SLOT_AVAILABLE";

export type BodyReading =
  | { ok: true; bytes: Buffer }
  /** `hangUp`: the client is too slow, sends without end or is gone; the connection ends with the answer. */
  | { ok: false; code: BodyRefusal; hangUp: boolean };

/** A body that is refused is still received up to this size; a client that sends more may not see its answer. */
const MAX_RECEIVED_BYTES = 67_108_864;

export function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/** Reads bodies whole into memory, each within its limits and all of them within theirs. */
export class BodyReader {
  #inFlightBytes = 0;

  constructor(private readonly limits: BodyLimits) {}

  read(request: IncomingMessage): Promise<BodyReading> {
    return new Promise((resolve) => {
      const reception = new Reception(this.limits, {
        hasRoomFor: (bytes) => this.#inFlightBytes + bytes <= this.limits.maxBytesInFlight,
        kept: (bytes) => {
          this.#inFlightBytes += bytes;
        },
      });
      const take = (chunk: Buffer): void => {
        if (!reception.take(chunk)) finish(true);
      };
      const end = (): void => finish(false);
      const cutOff = (): void => finish(true);
      const finish = (early: boolean): void => {
        clearTimeout(deadline);
        request.off("data", take).off("end", end).off("close", cutOff);
        resolve(reception.finish(early));
      };
      const deadline = setTimeout(cutOff, this.limits.deadlineMs);
      reception.expect(Number(request.headers["content-length"] ?? 0));
      // A connection that breaks says so by an error, and then closes.
      request.on("data", take).on("end", end).on("close", cutOff).on("error", ignore);
    });
  }
}

interface Room {
  hasRoomFor(bytes: number): boolean;
  /** Tells how many bytes more (or fewer, when negative) are kept. */
  kept(bytes: number): void;
}

/**
 * What has come of one body. One that is refused is dropped as it comes and answered at its end: most clients look
 * for no answer before they have sent everything, and a connection that is closed on unread bytes takes the answer
 * with it.
 */
class Reception {
  #chunks: Buffer[] = [];
  #keptBytes = 0;
  #receivedBytes = 0;
  #refusal: BodyRefusal | null = null;

  constructor(
    private readonly limits: BodyLimits,
    private readonly room: Room,
  ) {}

  /** The length that the client told, 0 when it told none. */
  expect(bytes: number): void {
    if (bytes > this.limits.maxBytes) this.#refusal = "ERROR_TOO_BIG_CAPTCHA_FILESIZE";
  }

  /** False when not even dropping it is worth while any longer. */
  take(chunk: Buffer): boolean {
    this.#receivedBytes += chunk.length;
    if (this.#receivedBytes > this.limits.maxBytes) this.#refuse("ERROR_TOO_BIG_CAPTCHA_FILESIZE");
    else if (this.#refusal === null && !this.room.hasRoomFor(chunk.length))
      this.#refuse("ERROR_NO_SLOT_AVAILABLE");
    if (this.#refusal === null) {
      this.#chunks.push(chunk);
      this.#keptBytes += chunk.length;
      this.room.kept(chunk.length);
    }
    return this.#receivedBytes <= MAX_RECEIVED_BYTES;
  }

  finish(early: boolean): BodyReading {
    const [first, ...more] = this.#chunks;
    this.#giveRoomBack();
    if (early || this.#refusal !== null)
      return { ok: false, code: this.#refusal ?? "ERROR_UPLOAD", hangUp: early };
    return { ok: true, bytes: first && more.length === 0 ? first : Buffer.concat(this.#chunks) };
  }

  #refuse(code: BodyRefusal): void {
    this.#refusal ??= code;
    this.#giveRoomBack();
    this.#chunks = [];
  }

  #giveRoomBack(): void {
    this.room.kept(-this.#keptBytes);
    this.#keptBytes = 0;
  }
}

function ignore(): void {}

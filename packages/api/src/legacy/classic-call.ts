import type { ServerResponse } from "node:http";
import type { LimitName } from "@sightline/contract/limits";
import type { ApiKeyHolder } from "@sightline/domain/api-keys/api-key-cache";
import type { LongPolls } from "./long-polls";
import type { RequestInput } from "./request-input";

/** One request of the classic protocol on its way through the verb that answers it. */
export interface ClassicCall {
  readonly input: RequestInput;
  /** The address it came from. */
  readonly address: string;
  /** The header Idempotency-Key. */
  readonly idempotencyKey: string | undefined;
  readonly response: ServerResponse;
  readonly polls: LongPolls;
  /** Whose key it came with, once that is known. */
  caller?: ApiKeyHolder;
  /** Something that its author should know, though it was served: the header Sightline-Notice. */
  notice?: string;
  /** The limit that this request counted towards, once that is known; its headers tell how much is left of it. */
  counted?: { limit: LimitName; subject: number; max: number | undefined };
}

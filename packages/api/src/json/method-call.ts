import type { ServerResponse } from "node:http";
import type { ApiKeyHolder } from "@sightline/domain/api-keys/api-key-cache";
import type { DomainContext } from "@sightline/domain/context";
import type { ClassicCall } from "../legacy/classic-call";
import type { LongPolls } from "../legacy/long-polls";
import type { JsonFields } from "./json-fields";

/**
 * The address a call came from; once that is known, whose key it used, the limit that it counted towards, and what
 * its author should know.
 */
export type Meter = Pick<ClassicCall, "address" | "caller" | "counted" | "notice">;

/** One call of a method of the JSON API, by the time its sender is known. */
export interface MethodCall {
  ctx: DomainContext;
  fields: JsonFields;
  holder: ApiKeyHolder;
  meter: Meter;
  /** `wait` in the address; in the body it stands among the fields. */
  wait: string | undefined;
  idempotencyKey: string | undefined;
  response: ServerResponse;
  polls: LongPolls;
}

/** What a method answers; its keys are exactly the documented ones. Rejects with a JsonRefusal for a no. */
export type Method = (call: MethodCall) => Promise<{ errorId: 0 } & object>;

import { admitCaller, findAddressRefusal } from "@sightline/domain/api-keys/admit-caller";
import type { DomainContext } from "@sightline/domain/context";
import { describeBan } from "./describe-ban";
import { JsonFields } from "./json-fields";
import { JsonRefusal } from "./json-refusal";
import type { Method, MethodCall } from "./method-call";
import type { JsonRequestReading } from "./read-json-request";

/** A call whose sender is not known yet. */
export interface UnknownCall extends Omit<MethodCall, "fields" | "holder"> {
  reading: JsonRequestReading;
}

/**
 * Runs a method for whoever holds the clientKey: the first steps of every call, in the order in which errors win
 * (protocol.md, rules 1 and 2). Rejects with a JsonRefusal for a no, and otherwise when the database is away.
 */
export async function answerCall(method: Method, call: UnknownCall): ReturnType<Method> {
  const { ctx, reading, meter } = call;
  const { address } = meter;
  if (!reading.ok) {
    const banned = findAddressRefusal(ctx, address);
    if (banned !== null) throw refusalOf(ctx, banned, address);
    throw new JsonRefusal(
      reading.code,
      reading.code === "ERROR_UPLOAD" ? "The body is no JSON object." : undefined,
    );
  }
  const fields = new JsonFields(reading.values);
  const caller = await admitCaller(ctx, { key: readKey(reading.values), address });
  if (caller.holder) meter.caller = caller.holder;
  if (!caller.ok) throw refusalOf(ctx, caller.code, address);
  return method({ ...call, fields, holder: caller.holder });
}

/** A key that is no text is as wrong as a text that is no key. */
function readKey({ clientKey }: Record<string, unknown>): string | undefined {
  return typeof clientKey === "string" ? clientKey : undefined;
}

type CallerRefusal = Extract<Awaited<ReturnType<typeof admitCaller>>, { ok: false }>["code"];

function refusalOf(ctx: DomainContext, code: CallerRefusal, address: string): JsonRefusal {
  return new JsonRefusal(code, describeBan(ctx, code, { accountId: null, address }) ?? undefined);
}

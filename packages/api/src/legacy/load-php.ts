import { formatWireUsd } from "@sightline/contract/money";
import { admitCaller } from "@sightline/domain/api-keys/admit-caller";
import type { DomainContext } from "@sightline/domain/context";
import { admitRead } from "@sightline/domain/limits/admit-read";
import { readServiceLoad } from "@sightline/domain/tasks/service-load";
import { type Answer, refused } from "./answer";
import type { ClassicCall } from "./classic-call";

/** How busy the service is with images, in the XML that old clients read: prices are for a thousand images. */
export async function answerLoadPhp(ctx: DomainContext, call: ClassicCall): Promise<Answer> {
  const caller = await admitCaller(ctx, { key: call.input.fields.key, address: call.address });
  if (!caller.ok) return refused(caller.code);
  const limited = admitRead(ctx, caller.holder);
  if (limited !== null) return refused(limited);
  const { idleWorkers, loadPercent, kinds } = await readServiceLoad(ctx);
  const image = kinds.find(({ kind }) => kind === "image");
  const bid = formatWireUsd((image?.rateMicros ?? 0) * 1_000);
  const meanSeconds = Math.round(image?.meanSeconds ?? 0);
  const request =
    `<?xml version="1.0" encoding="UTF-8"?><response><waiting>${idleWorkers}</waiting><load>${loadPercent}</load>` +
    `<minbid>${bid}</minbid><averageRecognitionTime>${meanSeconds}</averageRecognitionTime></response>`;
  return { ok: true, request, plain: true, xml: true };
}

import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";

/** What a task of each kind costs now, in micro-dollars. */
export function publicPrices(ctx: Pick<DomainContext, "prices">): { kind: TaskKind; priceMicros: number }[] {
  return (Object.keys(TASK_KINDS) as TaskKind[]).map((kind) => ({
    kind,
    priceMicros: ctx.prices.of(kind).priceMicros,
  }));
}

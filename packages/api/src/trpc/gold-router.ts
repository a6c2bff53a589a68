import { addGoldSchema, listGoldSchema, retireGoldSchema } from "@sightline/contract/gold";
import { addGold } from "@sightline/domain/gold/add-gold";
import { listGold } from "@sightline/domain/gold/list-gold";
import { retireGold } from "@sightline/domain/gold/retire-gold";
import { t } from "./init";
import { staffProcedure } from "./procedures";

/** Tasks with known answers, by which workers are measured. */
export const goldRouter = t.router({
  list: staffProcedure("gold")
    .input(listGoldSchema)
    .query(({ ctx, input }) => listGold(ctx.domain, input)),

  add: staffProcedure("gold")
    .input(addGoldSchema)
    .mutation(({ ctx, input }) => addGold(ctx.domain, { ...input, addedBy: ctx.actor.accountId })),

  retire: staffProcedure("gold")
    .input(retireGoldSchema)
    .mutation(({ ctx, input }) => retireGold(ctx.domain, { ...input, retiredBy: ctx.actor.accountId })),
});

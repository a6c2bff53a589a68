import { taskKindSchema } from "@sightline/contract/task-kinds";
import { takeBackSchema, type WorkEvent, workActsSchema } from "@sightline/contract/work";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { giveBackTasks } from "@sightline/domain/tasks/give-back-tasks";
import { takeBackAnswer } from "@sightline/domain/tasks/take-back-answer";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { t } from "./init";
import { customerProcedure, workerProcedure } from "./procedures";

const tabIdSchema = z.string().min(1).max(64);
const streamSchema = z.object({
  tabId: tabIdSchema,
  takeOver: z.boolean().optional(),
  /** The kinds that the screen can show; absent means all. */
  kinds: z.array(taskKindSchema).min(1).max(50).optional(),
  /** For a slow connection: the quiet figures come seldom. */
  fewUpdates: z.boolean().optional(),
  /** Sent by the client library on a reconnection. `hello` tells everything anew, so nothing is replayed. */
  lastEventId: z.string().max(100).nullish(),
});

/** The procedures of a work screen, for whoever may have one. `onlyOwn`: only what is for this screen alone. */
function workScreen(procedure: typeof workerProcedure, onlyOwn: boolean) {
  return t.router({
    /** The seat: `hello` with all that it holds, then what changes. Ends when another tab takes over. */
    stream: procedure.input(streamSchema).subscription(async function* ({ ctx, input, signal }) {
      const { floor } = ctx.domain;
      // A reconnection repeats the first input; only a person's wish may take a seat from another tab.
      const takeOver = input.takeOver === true && input.lastEventId == null;
      const seat = floor.openSeat(ctx.actor.accountId, input.tabId, takeOver, {
        kinds: input.kinds,
        onlyOwn,
      });
      if (!seat) {
        yield tracked("0", { type: "seat_taken" } satisfies WorkEvent as WorkEvent);
        return;
      }
      seat.fewUpdates = input.fewUpdates === true;
      try {
        await floor.sayHello(seat);
        let number = 0;
        for await (const event of seat.events(signal ?? new AbortController().signal)) {
          yield tracked(String(++number), event);
        }
      } finally {
        floor.leaveSeat(seat);
      }
    }),

    /** What the person did, in order; each act counts once however often it is sent. */
    act: procedure
      .input(workActsSchema)
      .mutation(({ ctx, input }) => actOnTasks(ctx.domain, ctx.actor.accountId, input.acts)),

    takeBack: procedure
      .input(takeBackSchema)
      .mutation(({ ctx, input }) => takeBackAnswer(ctx.domain, ctx.actor.accountId, input)),

    /** Pause: ends this tab's stream and returns what it holds. */
    giveBack: procedure
      .input(z.object({ tabId: tabIdSchema }))
      .mutation(({ ctx, input }) => giveBackTasks(ctx.domain, ctx.actor.accountId, input.tabId)),
  });
}

export const workRouter = workScreen(workerProcedure, false);
/** A customer's own screen, for the tasks of their sandbox. */
export const sandboxRouter = workScreen(customerProcedure("playground"), true);

import { taskKindSchema } from "@sightline/contract/task-kinds";
import { takeBackSchema, type WorkEvent, workActsSchema } from "@sightline/contract/work";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { giveBackTasks } from "@sightline/domain/tasks/give-back-tasks";
import { takeBackAnswer } from "@sightline/domain/tasks/take-back-answer";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { t } from "./init";
import { workerProcedure } from "./procedures";

const tabIdSchema = z.string().min(1).max(64);
const streamSchema = z.object({
  tabId: tabIdSchema,
  takeOver: z.boolean().optional(),
  /** The kinds that the screen can show; absent means all. */
  kinds: z.array(taskKindSchema).min(1).max(50).optional(),
  /** Sent by the client library on a reconnection. `hello` tells everything anew, so nothing is replayed. */
  lastEventId: z.string().max(100).nullish(),
});

export const workRouter = t.router({
  /** The worker's seat: `hello` with all they hold, then what changes. Ends when another tab takes over. */
  stream: workerProcedure.input(streamSchema).subscription(async function* ({ ctx, input, signal }) {
    const { floor } = ctx.domain;
    // A reconnection repeats the first input; only a person's wish may take a seat from another tab.
    const takeOver = input.takeOver === true && input.lastEventId == null;
    const seat = floor.openSeat(ctx.actor.accountId, input.tabId, takeOver, input.kinds);
    if (!seat) {
      yield tracked("0", { type: "seat_taken" } satisfies WorkEvent as WorkEvent);
      return;
    }
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
  act: workerProcedure
    .input(workActsSchema)
    .mutation(({ ctx, input }) => actOnTasks(ctx.domain, ctx.actor.accountId, input.acts)),

  takeBack: workerProcedure
    .input(takeBackSchema)
    .mutation(({ ctx, input }) => takeBackAnswer(ctx.domain, ctx.actor.accountId, input)),

  /** Pause: ends this tab's stream and returns what it holds. */
  giveBack: workerProcedure
    .input(z.object({ tabId: tabIdSchema }))
    .mutation(({ ctx, input }) => giveBackTasks(ctx.domain, ctx.actor.accountId, input.tabId)),
});

import { taskKindSchema } from "@sightline/contract/task-kinds";
import { taskIdSchema } from "@sightline/contract/work";
import { z } from "zod";
import { EXAMPLE_KEY } from "../examples";

// Requests and answers of the JSON API. Answers hold these keys and no others: strict clients take one more for a fault.
const clientKey = z
  .string()
  .length(32)
  .meta({ description: "Your API key.", examples: [EXAMPLE_KEY] });
const taskId = z.union([taskIdSchema, z.string().regex(/^\d+$/)]);

export const ERROR_ANSWER = z.strictObject({
  errorId: z.number().int().min(1),
  errorCode: z.string(),
  errorDescription: z.string(),
});

const reported = z.strictObject({ errorId: z.literal(0), status: z.literal("success") });
const aboutTask = z.object({ clientKey, taskId });

export interface JsonMethod {
  name: string;
  says: string;
  request: z.ZodObject;
  answer: z.ZodType;
}

/** Every method but createTask, whose request is made of the schemas of its task types. */
export const JSON_METHODS: readonly JsonMethod[] = [
  {
    name: "getTaskResult",
    says: "Where a task stands, and its solution.",
    request: aboutTask.extend({
      wait: z.number().min(0).max(60).optional().meta({ description: "Seconds to wait for the task's end." }),
    }),
    answer: z.union([
      z.strictObject({ errorId: z.literal(0), status: z.literal("processing") }),
      z.strictObject({
        errorId: z.literal(0),
        status: z.literal("ready"),
        solution: z.record(z.string(), z.unknown()),
        cost: z.string().meta({ description: "USD, exact." }),
        ip: z.string(),
        createTime: z.number().int().meta({ description: "Seconds since 1970." }),
        endTime: z.number().int(),
        solveCount: z.number().int(),
      }),
    ]),
  },
  {
    name: "getBalance",
    says: "What can still be spent, in USD.",
    request: z.object({ clientKey }),
    answer: z.strictObject({ errorId: z.literal(0), balance: z.number() }),
  },
  {
    name: "reportCorrect",
    says: "Says that an answer was right.",
    request: aboutTask,
    answer: reported,
  },
  {
    name: "reportIncorrect",
    says: "Says that an answer was wrong.",
    request: aboutTask,
    answer: reported,
  },
  {
    name: "cancelTask",
    says: "Cancels a task that no worker holds yet.",
    request: aboutTask,
    answer: reported,
  },
  {
    name: "getTaskReceipt",
    says: "What a task cost, its times and its answers.",
    request: aboutTask,
    answer: z.strictObject({
      errorId: z.literal(0),
      kind: taskKindSchema,
      state: z.enum(["open", "answered", "unsolved"]),
      reason: z.string().meta({ description: "Why it was not solved, in words." }),
      cost: z.string().meta({ description: "USD, exact; 0 unless it was answered, and in a package." }),
      paidFrom: z.enum(["balance", "package"]),
      submittedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().nullable(),
      seconds: z.number().nullable(),
      answers: z.array(z.string()).meta({ description: "As in text mode." }),
    }),
  },
  {
    name: "getQueueStats",
    says: "How busy the service is: idle workers, load, and for each kind its queue, rate and mean time.",
    request: z.object({ clientKey }),
    answer: z.strictObject({
      errorId: z.literal(0),
      idleWorkers: z.number().int(),
      loadPercent: z.number().int().min(0).max(100),
      kinds: z.array(
        z.strictObject({
          kind: taskKindSchema,
          queued: z.number().int().meta({ description: "Counted up to 1,000." }),
          ratePerThousand: z.string().meta({ description: "USD for a thousand tasks accepted now." }),
          meanSeconds: z
            .number()
            .nullable()
            .meta({ description: "From submission to answer, over the latest tasks of the hour." }),
        }),
      ),
    }),
  },
  {
    name: "getSpendingStats",
    says: "A day's answered tasks and what they cost, by the hour (UTC) and together.",
    request: z.object({
      clientKey,
      date: z.string().optional().meta({ description: "YYYY-MM-DD, UTC; today when absent." }),
    }),
    answer: z.strictObject({
      errorId: z.literal(0),
      date: z.string(),
      answered: z.number().int(),
      spent: z.string(),
      hours: z.array(
        z.strictObject({ hour: z.number().int(), answered: z.number().int(), spent: z.string() }),
      ),
    }),
  },
];

export const CREATE_TASK = {
  clientKey,
  callbackUrl: z
    .string()
    .nullish()
    .meta({ description: "Called at the task's end; its host must be registered." }),
  languagePool: z.string().nullish(),
  softId: z.union([z.string(), z.number()]).nullish().meta({ description: "Accepted and ignored." }),
};

export const CREATED = z.strictObject({ errorId: z.literal(0), taskId: taskIdSchema });

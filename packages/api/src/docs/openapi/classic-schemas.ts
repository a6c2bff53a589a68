import { z } from "zod";
import { COMMON_PARAMETERS } from "../kinds/parameters";

/** What in.php and res.php answer with json=1. */
export const CLASSIC_ANSWER = z.union([
  z.object({
    status: z.literal(1),
    request: z.union([z.string(), z.array(z.object({ x: z.string(), y: z.string() }))]),
    confidence: z
      .string()
      .optional()
      .meta({ description: "How sure the answer is, where that was asked for." }),
  }),
  z.object({ status: z.literal(0), request: z.string(), error_text: z.string().optional() }),
]);

const { key, json, header_acao, debug_dump } = COMMON_PARAMETERS.shape;

/** The query of res.php. */
export const RES_PARAMETERS = z.object({
  key,
  action: z
    .enum([
      "get",
      "get2",
      "getbalance",
      "reportgood",
      "reportbad",
      "cancel",
      "getstats",
      "queuestats",
      "spendstats",
      "receipt",
      "add_pingback",
      "get_pingback",
      "del_pingback",
    ])
    .meta({ description: "What to do." }),
  id: z.string().optional().meta({ description: "The task, as in.php answered it." }),
  ids: z.string().optional().meta({ description: "With get: up to 100 tasks, divided by commas." }),
  wait: z.number().min(0).max(60).optional().meta({ description: "With get: seconds to wait for the end." }),
  addr: z
    .string()
    .optional()
    .meta({ description: "With the pingback actions: the host; all removes every one." }),
  date: z
    .string()
    .optional()
    .meta({ description: "With getstats and spendstats: a day as YYYY-MM-DD, UTC; today when absent." }),
  json,
  header_acao,
  debug_dump,
});

import { statementSchema } from "@sightline/contract/ledger";
import { z } from "zod";

/** `from` and `to` of a file's address, in ms since 1970. */
export const periodSchema = z
  .object({ from: z.coerce.number(), to: z.coerce.number() })
  .transform(({ from, to }) => ({ fromMs: from, toMs: to }))
  .pipe(statementSchema);

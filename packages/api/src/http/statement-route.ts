import { Readable } from "node:stream";
import { teamMay } from "@sightline/contract/team-areas";
import { findActor } from "@sightline/domain/auth/find-actor";
import { seenAs } from "@sightline/domain/impersonation/seen-as";
import { statementCsv } from "@sightline/domain/ledger/statement-csv";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { AppOptions } from "./app-options";
import { periodSchema } from "./period-query";
import { requestVisit } from "./request-visit";
import { DATA_HEADERS } from "./security-headers";
import { sendProblem } from "./send-problem";

const INTEGER_MAX = 2_147_483_647;
/** Another account's; for admins only. */
const accountSchema = z.object({ account: z.coerce.number().int().positive().max(INTEGER_MAX).optional() });

/**
 * `/statement.csv?from=..&to=..` (ms since 1970): the statement of the account that is logged in, as a file. Admins get
 * any account's with `account=`, and that of whose pages they look at; for everybody else that is not there.
 */
export function registerStatement(app: FastifyInstance, { ctx, auth }: AppOptions): void {
  app.get("/statement.csv", async (request, reply) => {
    const actor = await findActor(auth, requestVisit(request));
    if (actor === null) return sendProblem(reply, 401, "Log in first.", request.id);
    const period = periodSchema.safeParse(request.query);
    const chosen = accountSchema.safeParse(request.query);
    if (!period.success || !chosen.success)
      return sendProblem(reply, 400, "The period is not valid: from and to are ms since 1970.", request.id);
    const { fromMs, toMs } = period.data;
    const { account } = chosen.data;
    if (account !== undefined && account !== actor.accountId && actor.role !== "admin")
      return sendProblem(reply, 404, "There is no such statement.", request.id);
    if (!teamMay(actor.teamRole, "money"))
      return sendProblem(reply, 403, `As ${actor.teamRole} of this account you may not do this.`, request.id);
    const accountId = account ?? seenAs(ctx, actor).accountId;
    return reply
      .headers(DATA_HEADERS)
      .header("content-type", "text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="statement.csv"')
      .send(Readable.from(statementCsv(ctx, { accountId, fromMs, toMs })));
  });
}

import { Readable } from "node:stream";
import { teamMay } from "@sightline/contract/team-areas";
import { findActor } from "@sightline/domain/auth/find-actor";
import { tasksCsv } from "@sightline/domain/customers/tasks-csv";
import { seenAs } from "@sightline/domain/impersonation/seen-as";
import type { FastifyInstance } from "fastify";
import type { AppOptions } from "./app-options";
import { periodSchema } from "./period-query";
import { requestVisit } from "./request-visit";
import { DATA_HEADERS } from "./security-headers";
import { sendProblem } from "./send-problem";

/** `/tasks.csv?from=..&to=..` (ms since 1970): the tasks of the customer who is logged in, as a file. */
export function registerTasksCsv(app: FastifyInstance, { ctx, auth }: AppOptions): void {
  app.get("/tasks.csv", async (request, reply) => {
    const actor = await findActor(auth, requestVisit(request));
    if (actor === null) return sendProblem(reply, 401, "Log in first.", request.id);
    // An admin who looks at a customer's pages gets that customer's.
    const { role, accountId, teamRole } = seenAs(ctx, actor);
    if (role !== "customer") return sendProblem(reply, 403, "Only customers have tasks.", request.id);
    if (!teamMay(teamRole, "tasks"))
      return sendProblem(reply, 403, `As ${teamRole} of this account you may not do this.`, request.id);
    const period = periodSchema.safeParse(request.query);
    if (!period.success)
      return sendProblem(reply, 400, "The period is not valid: from and to are ms since 1970.", request.id);
    return reply
      .headers(DATA_HEADERS)
      .header("content-type", "text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="tasks.csv"')
      .send(Readable.from(tasksCsv(ctx, { accountId, ...period.data })));
  });
}

import { Readable } from "node:stream";
import { staffActsSchema } from "@sightline/contract/audit";
import { staffActsCsv } from "@sightline/domain/audit/staff-acts-csv";
import { findActor } from "@sightline/domain/auth/find-actor";
import type { FastifyInstance } from "fastify";
import { STAFF_AREAS } from "../trpc/staff-areas";
import type { AppOptions } from "./app-options";
import { requestVisit } from "./request-visit";
import { DATA_HEADERS } from "./security-headers";
import { sendProblem } from "./send-problem";

const wantedSchema = staffActsSchema.pick({ act: true, subject: true, actor: true });

/** `/staff-acts.csv?actor=..&act=..&subject=..`: all that staff have done, or what the filters leave, as a file. */
export function registerStaffActsCsv(app: FastifyInstance, { ctx, auth }: AppOptions): void {
  app.get("/staff-acts.csv", async (request, reply) => {
    const actor = await findActor(auth, requestVisit(request));
    if (actor === null) return sendProblem(reply, 401, "Log in first.", request.id);
    if (
      !STAFF_AREAS.audit.some((role) => role === actor.role) ||
      ctx.suspensions.of(actor.accountId) !== null
    )
      return sendProblem(reply, 403, "This account may not do this.", request.id);
    const wanted = wantedSchema.safeParse(request.query);
    if (!wanted.success) return sendProblem(reply, 400, "The filters are not valid.", request.id);
    return reply
      .headers(DATA_HEADERS)
      .header("content-type", "text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="staff-acts.csv"')
      .send(Readable.from(staffActsCsv(ctx, wanted.data)));
  });
}

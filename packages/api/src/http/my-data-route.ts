import { Readable } from "node:stream";
import { exportIdSchema } from "@sightline/contract/my-data";
import { teamMay } from "@sightline/contract/team-areas";
import { findActor } from "@sightline/domain/auth/find-actor";
import { openExport } from "@sightline/domain/my-data/open-export";
import type { FastifyInstance } from "fastify";
import type { AppOptions } from "./app-options";
import { requestVisit } from "./request-visit";
import { DATA_HEADERS } from "./security-headers";
import { sendProblem } from "./send-problem";

/** `/my-data/<id>.zip`: for its owner's session alone, and for no admin who looks at their pages. */
export function registerMyData(app: FastifyInstance, { ctx, auth }: AppOptions): void {
  app.get("/my-data/:id.zip", async (request, reply) => {
    const actor = await findActor(auth, requestVisit(request));
    if (actor === null) return sendProblem(reply, 401, "Log in first.", request.id);
    const wanted = exportIdSchema.safeParse(request.params);
    const opened =
      wanted.success &&
      teamMay(actor.teamRole, "account") &&
      (await openExport(ctx, { id: wanted.data.id, accountId: actor.accountId }));
    if (!opened) return sendProblem(reply, 404, "There is no such file, or it is gone.", request.id);
    return reply
      .headers(DATA_HEADERS)
      .header("content-type", "application/zip")
      .header("content-length", opened.bytes)
      .header("content-disposition", 'attachment; filename="sightline-data.zip"')
      .send(Readable.from(opened.pieces));
  });
}

import type { Role } from "@sightline/contract/roles";
import { teamMay } from "@sightline/contract/team-areas";
import { taskIdSchema } from "@sightline/contract/work";
import { findActor } from "@sightline/domain/auth/find-actor";
import { loadGoldPicture } from "@sightline/domain/gold/load-gold-picture";
import { lighterPicture } from "@sightline/domain/images/lighter-picture";
import { loadUnreadablePicture } from "@sightline/domain/images/list-unreadable-images";
import { seenAs } from "@sightline/domain/impersonation/seen-as";
import { loadCasePicture } from "@sightline/domain/moderation/load-case-picture";
import { loadLeasedFile, loadTaskFile } from "@sightline/domain/tasks/task-files";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { STAFF_ROLES } from "../trpc/procedures";
import { STAFF_AREAS } from "../trpc/staff-areas";
import type { AppOptions } from "./app-options";
import { requestVisit } from "./request-visit";
import { DATA_HEADERS } from "./security-headers";
import { sendProblem } from "./send-problem";

const INTEGER_MAX = 2_147_483_647;
const taskSchema = z.object({
  taskId: z.coerce.number().pipe(taskIdSchema),
  /** Which of the task's files; the first is 0. */
  number: z.coerce.number().int().min(0).max(20).default(0),
});
const caseSchema = taskSchema.pick({ number: true }).extend({
  caseId: z.coerce.number().int().positive().max(INTEGER_MAX),
});
const leaseSchema = taskSchema.extend({ leaseNo: z.coerce.number().int().positive().max(INTEGER_MAX) });

interface Picture {
  bytes: Buffer;
  mediaType: string;
}

/**
 * Pictures that do not travel inside an event: a customer's own, the one a worker holds a lease on, that of the
 * case a moderator holds, and those of gold tasks. Somebody else's picture, one that is gone and one that never was look the same.
 */
export function registerPictures(app: FastifyInstance, options: AppOptions): void {
  const { ctx } = options;

  servePicture(app, options, {
    url: "/picture/:taskId/:number?",
    roles: ["customer"],
    load: (accountId, params) => {
      const { success, data } = taskSchema.safeParse(params);
      return success ? loadTaskFile(ctx, { ...data, accountId }) : null;
    },
  });

  servePicture(app, options, {
    url: "/lease-picture/:taskId/:leaseNo/:number?",
    // A customer holds leases in their sandbox.
    roles: ["worker", "customer"],
    load: async (workerId, params, query) => {
      const { success, data } = leaseSchema.safeParse(params);
      const file = success ? await loadLeasedFile(ctx, { ...data, workerId }) : null;
      return file !== null && lightSchema.safeParse(query).success ? lighterPicture(file) : file;
    },
  });

  servePicture(app, options, {
    url: "/gold-picture/:goldId",
    roles: STAFF_AREAS.gold,
    load: (_accountId, params) => {
      const { success, data } = goldSchema.safeParse(params);
      return success ? loadGoldPicture(ctx, data.goldId) : null;
    },
  });

  servePicture(app, options, {
    url: "/case-picture/:caseId/:number?",
    roles: ["moderator", "admin"],
    load: (accountId, params) => {
      const { success, data } = caseSchema.safeParse(params);
      return success ? loadCasePicture(ctx, { accountId }, data.caseId, data.number) : null;
    },
  });

  servePicture(app, options, {
    url: "/unreadable-picture/:taskId",
    roles: ["moderator", "admin"],
    load: (_accountId, params) => {
      const { success, data } = taskSchema.safeParse(params);
      return success ? loadUnreadablePicture(ctx, data.taskId) : null;
    },
  });
}

/** For a slow connection. */
const lightSchema = z.object({ light: z.string() });
const goldSchema = z.object({ goldId: z.coerce.number().int().positive().max(INTEGER_MAX) });

function servePicture(
  app: FastifyInstance,
  { auth, ctx }: AppOptions,
  route: {
    url: string;
    roles: readonly Role[];
    load(accountId: number, params: unknown, query: unknown): Promise<Picture | null> | null;
  },
): void {
  app.get(route.url, async (request, reply) => {
    const actor = await findActor(auth, requestVisit(request));
    if (actor === null) return sendProblem(reply, 401, "Log in first.", request.id);
    const { role, accountId, teamRole } = seenAs(ctx, actor);
    // Staff who are suspended may read nothing more; others still see their own.
    const isShut = STAFF_ROLES.includes(role) && ctx.suspensions.of(accountId) !== null;
    const mayLook = route.roles.includes(role) && teamMay(teamRole, "tasks") && !isShut;
    const picture = mayLook ? await route.load(accountId, request.params, request.query) : null;
    if (picture === null) return sendProblem(reply, 404, "There is no such picture.", request.id);
    return sendPicture(reply, picture);
  });
}

/** Kept by the reader's own browser for as long as a list of tasks is looked at, by nobody in between. */
function sendPicture(reply: FastifyReply, { bytes, mediaType }: Picture): FastifyReply {
  return reply
    .headers(DATA_HEADERS)
    .header("cache-control", "private, max-age=300")
    .header("content-type", mediaType)
    .send(bytes);
}

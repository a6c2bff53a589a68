import type { FastifyReply } from "fastify";
import { DATA_HEADERS } from "./security-headers";

/** An error outside of the procedures: JSON, never a page, with the id under which it is logged. */
export function sendProblem(
  reply: FastifyReply,
  status: number,
  message: string,
  requestId: string,
): FastifyReply {
  return reply.code(status).headers(DATA_HEADERS).send({ error: { message, requestId } });
}

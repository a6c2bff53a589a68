import type { Visit } from "@sightline/domain/auth/visit";
import type { FastifyRequest } from "fastify";

/** Who sends a request: the address counts proxies only as far as they are trusted. */
export function requestVisit(request: FastifyRequest): Visit {
  const { headers } = request.raw;
  return {
    address: request.ip,
    userAgent: headers["user-agent"] ?? null,
    cookie: headers.cookie ?? null,
  };
}

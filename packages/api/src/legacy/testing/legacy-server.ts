import type { AddressInfo } from "node:net";
import type { DomainContext } from "@sightline/domain/context";
import type { Domain } from "@sightline/domain/create-domain";
import { buildAccount, buildApiKey, buildDomain } from "@sightline/domain/testing/builders";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { fastify } from "fastify";
import type { BodyLimits } from "../read-body";
import { registerLegacy } from "../register-legacy";

/** The classic protocol on a port of its own, with one customer who has a dollar. */
export interface LegacyServer {
  port: number;
  key: string;
  accountId: number;
  ctx: DomainContext;
  domain: Domain;
  clock: MovableClock;
  closeApp(): Promise<void>;
  stop(): Promise<void>;
}

export async function startLegacyServer(
  databaseUrl: string,
  options: Partial<BodyLimits> = {},
): Promise<LegacyServer> {
  const { domain, ctx, clock } = await buildDomain(databaseUrl);
  const accountId = await buildAccount(ctx, { amountMicros: 1_000_000 });
  const key = await buildApiKey(ctx, accountId);
  const app = fastify({ trustProxy: "127.0.0.1", forceCloseConnections: "idle" });
  registerLegacy(app, ctx, options);
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  return {
    port,
    key,
    accountId,
    ctx,
    domain,
    clock,
    closeApp: () => app.close(),
    async stop() {
      await app.close();
      await domain.stop();
    },
  };
}

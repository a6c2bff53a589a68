import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createChallengeApp } from "@sightline/api/challenge/create-challenge-app";
import { createApp } from "@sightline/api/http/create-app";
import { serveHttps } from "@sightline/api/http/serve-https";
import { systemClock } from "@sightline/contract/clock";
import { migrateDatabase } from "@sightline/db/migrate";
import { DEMO_TXT_RECORDS } from "@sightline/domain/accounts/demo-people";
import { hasDemoAccounts } from "@sightline/domain/accounts/has-demo-accounts";
import { seedDemo } from "@sightline/domain/accounts/seed-demo";
import { openAuthentication } from "@sightline/domain/auth/authentication";
import { GOOGLE_VERIFY_URL, type V3Measure } from "@sightline/domain/challenges/v3-measure";
import { createDomain } from "@sightline/domain/create-domain";
import type { Logger } from "pino";
import { persistedAuthSecret } from "./auth-secret";
import type { ServerConfig } from "./config";
import { startCrowd } from "./demo-crowd";
import { DEMO_V3_SITE_KEY, type RunningStandIns, STAND_IN_SECRET, startStandIns } from "./demo-stand-ins";
import { openDatabase } from "./open-database";

const MIGRATIONS = fileURLToPath(new URL("../../../drizzle", import.meta.url));
const CHALLENGE_ROOT = fileURLToPath(new URL("../../challenge/dist", import.meta.url));
const WEB_ROOT = fileURLToPath(new URL("../../web/dist", import.meta.url));

export interface RunningServer {
  /** Of the demo's vendors; null in production. */
  standInUrl: string | null;
  stop(): Promise<void>;
}

/**
 * Starts everything in order: database, migrations, domain, HTTP, services. What was started is stopped again, in
 * the opposite order, by `stop` and when a later step fails.
 */
export async function serve(config: ServerConfig, log: Logger, crowd: number): Promise<RunningServer> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of stops.splice(0).reverse()) {
      await step().catch((error: unknown) => log.error({ err: error }, "a step of stopping failed"));
    }
  };
  try {
    for (const name of config.unused) log.warn(`${name} is set; this version does not use it`);
    if (config.mail.mode === "off") log.warn("SMTP_URL is not set: no mail goes out");
    const standIns = config.mode === "demo" ? await startStandIns() : null;
    if (standIns !== null) stops.push(() => standIns.stop());
    const database = await openDatabase(config, log);
    stops.push(() => database.stop());
    await migrateDatabase(database.url, MIGRATIONS);
    const secret = config.authSecret ?? persistedAuthSecret(config.dataDir);
    const domain = await createDomain({
      databaseUrl: database.url,
      clock: systemClock,
      log,
      secret,
      requestLogDays: config.requestLogDays,
      outbound:
        config.mode === "demo"
          ? { allowLoopback: true, dnsServers: config.dnsServers }
          : {
              allowLoopback: false,
              ownAddresses: [config.publicUrl, config.challenge.url].map((url) => new URL(url).hostname),
              dnsServers: config.dnsServers,
            },
      // The demo's own site has no name in DNS; nothing outside the demo stands in for it.
      siteProof: config.mode === "demo" ? { standInRecords: DEMO_TXT_RECORDS } : {},
      mail: config.mail,
      v3Measure: measureOf(config, standIns),
      chain: config.chain,
    });
    stops.push(() => domain.stop());
    const { ctx } = domain;
    if (config.mode === "demo") await seedDemo(ctx);
    else if (await hasDemoAccounts(ctx)) {
      throw new Error("this database holds demo accounts, whose passwords are public: use another one");
    }
    const auth = openAuthentication(ctx, {
      secret,
      publicUrl: config.publicUrl,
    });
    const challengeHost = { ...config.challenge, standInUrl: standIns?.url ?? null };
    const app = await createApp({
      ctx,
      auth,
      config: {
        publicUrl: config.publicUrl,
        trustedProxies: config.trustedProxies,
        challengeHost,
        migrationsFolder: MIGRATIONS,
      },
      webRoot: existsSync(WEB_ROOT) ? WEB_ROOT : null,
    });
    stops.push(() => app.close());
    const challengeApp = await createChallengeApp({
      ctx,
      host: challengeHost,
      challengeRoot: CHALLENGE_ROOT,
    });
    stops.push(() => challengeApp.close());
    domain.startServices();
    // Demo passwords are public, so the demo is reachable from this machine only.
    await app.listen({ port: config.port, host: config.mode === "demo" ? "localhost" : "::" });
    await challengeApp.listen({
      port: config.challenge.port,
      host: config.mode === "demo" ? "localhost" : "::",
    });
    if (config.tls !== undefined) {
      const hosts = config.mode === "demo" ? ["127.0.0.1", "::1"] : ["::"];
      const https = await serveHttps(app, { tls: config.tls, hosts, log });
      stops.push(() => https.stop());
      console.error(`HTTPS is served on port ${https.port}`);
    }
    if (crowd > 0) {
      const child = startCrowd(`http://127.0.0.1:${config.port}`, crowd);
      stops.push(() => ended(child));
    }
    return { standInUrl: challengeHost.standInUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The demo measures with its stand-in; a server without a key measures nothing. */
function measureOf({ v3Key }: ServerConfig, standIns: RunningStandIns | null): V3Measure | null {
  if (standIns !== null) {
    const verifyUrl = `${standIns.url}/recaptcha/api/siteverify`;
    return { siteKey: DEMO_V3_SITE_KEY, secret: STAND_IN_SECRET, verifyUrl };
  }
  return v3Key && { ...v3Key, verifyUrl: GOOGLE_VERIFY_URL };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

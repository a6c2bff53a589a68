import { isIP } from "node:net";
import type { TlsFiles } from "@sightline/api/http/serve-https";
import { REQUEST_LOG_DAYS, REQUEST_LOG_DAYS_MAX } from "@sightline/contract/request-log";
import { type ChainOptions, publicKeyFault } from "@sightline/domain/chain/chain-options";
import type { MailOptions } from "@sightline/domain/mail/mail-desk";
import { z } from "zod";

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const optionalUrl = z.url().optional();
const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );
const cidrList = list.pipe(
  z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], "an address or CIDR block")),
);
/** As resolvers take them: `192.0.2.1`, `192.0.2.1:53`, `[2001:db8::1]:53`. */
const nameServers = list.pipe(
  z.array(
    z.string().refine((text) => {
      const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([^:]+))(?::\d{1,5})?$/.exec(text) ?? [];
      return isIP(bracketed ?? plain ?? text) !== 0;
    }, "an address, with a port or without"),
  ),
);

/** `USDC:0x…:6, DAI:0x…:18` */
const tokenList = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter((part) => part.trim() !== ""))
  .pipe(
    z
      .array(
        z
          .string()
          .trim()
          .regex(
            /^[A-Za-z0-9.]{1,12}:0x[0-9a-fA-F]{40}:(\d|[12]\d|3[0-6])$/,
            "is a list of SYMBOL:0xADDRESS:DECIMALS",
          )
          .transform((text) => {
            const [symbol = "", address = "", decimals = ""] = text.split(":");
            return { symbol, address, decimals: Number(decimals) };
          }),
      )
      .max(20),
  );

const environmentSchema = z.object({
  PORT: port(3000),
  CHALLENGE_PORT: port(3001),
  DATABASE_URL: optionalUrl,
  DATA_DIR: z.string().default(".data"),
  PUBLIC_URL: optionalUrl,
  CHALLENGE_URL: optionalUrl,
  TRUSTED_PROXIES: cidrList,
  DNS_SERVERS: nameServers,
  AUTH_SECRET: z.string().min(32, "needs at least 32 symbols").optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TLS_PORT: port(3443),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).optional(),
  REQUEST_LOG_DAYS: z.coerce.number().int().min(0).max(REQUEST_LOG_DAYS_MAX).default(REQUEST_LOG_DAYS),
  REDIS_URL: optionalUrl,
  FILES_URL: optionalUrl,
  V3_SITE_KEY: z.string().max(100).optional(),
  V3_SECRET: z.string().max(100).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "needs to begin with smtp:// or smtps://" }).optional(),
  MAIL_FROM: z.string().max(200).optional(),
  CHAIN_RPC_URL: z.url({ protocol: /^https?$/, error: "needs to begin with http:// or https://" }).optional(),
  CHAIN_ID: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  CHAIN_NAME: z.string().trim().min(1).max(60).optional(),
  CHAIN_XPUB: z.string().trim().optional(),
  CHAIN_TOKENS: tokenList,
  CHAIN_OTHER_TOKENS: tokenList,
  CHAIN_CONFIRMATIONS: z.coerce.number().int().min(1).max(10_000).default(12),
  CHAIN_BLOCK_RANGE: z.coerce.number().int().min(1).max(10_000).default(500),
});

/** The second origin, where workers solve live challenges. */
export interface ChallengeConfig {
  port: number;
  url: string;
  /** Nobody said how it is reached, so the demo may choose (api/challenge/challenge-host.ts). */
  swapLoopback: boolean;
}

export interface ServerConfig {
  mode: "demo" | "start";
  port: number;
  databaseUrl: string | undefined;
  dataDir: string;
  publicUrl: string;
  trustedProxies: readonly string[];
  /** Who is asked for names that customers give us; the machine's own name servers when absent. */
  dnsServers: readonly string[] | undefined;
  authSecret: string | undefined;
  /** HTTPS beside HTTP; undefined serves none. */
  tls: TlsFiles | undefined;
  mail: MailOptions;
  challenge: ChallengeConfig;
  /** The operator's own reCAPTCHA v3 key, by which workers' scores are measured on consent. */
  v3Key: { siteKey: string; secret: string } | null;
  /** Where deposits come in; undefined: by hand only. */
  chain: ChainOptions | undefined;
  logLevel: string;
  /** How long calls of the API can be looked at; 0 keeps none. */
  requestLogDays: number;
  /** Settings that are named in the run contract and that this version does not use yet. */
  unused: readonly string[];
}

/** The environment, read once. Throws one line that names the variable and what is wrong with it. */
export function readConfig(mode: ServerConfig["mode"], environment: NodeJS.ProcessEnv): ServerConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${String(issue?.path[0])}: ${issue?.message}`);
  }
  const env = parsed.data;
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");
  return {
    mode,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    publicUrl,
    trustedProxies: env.TRUSTED_PROXIES,
    dnsServers: env.DNS_SERVERS.length > 0 ? env.DNS_SERVERS : undefined,
    authSecret: env.AUTH_SECRET,
    tls: readTls(env),
    mail: {
      // Without a mail server the demo shows what it would have sent; production sends nothing, and says so at start.
      mode: env.SMTP_URL !== undefined ? "smtp" : mode === "demo" ? "caught" : "off",
      smtpUrl: env.SMTP_URL,
      from: env.MAIL_FROM ?? `Sightline <no-reply@${new URL(publicUrl).hostname}>`,
      publicUrl,
    },
    challenge: readChallenge(mode, env, publicUrl),
    v3Key: readV3Key(env),
    chain: readChain(env),
    logLevel: env.LOG_LEVEL ?? (mode === "demo" ? "warn" : "info"),
    unused: (["REDIS_URL", "FILES_URL"] as const).filter((name) => env[name] !== undefined),
    requestLogDays: env.REQUEST_LOG_DAYS,
  };
}

function readV3Key({ V3_SITE_KEY, V3_SECRET }: z.infer<typeof environmentSchema>): ServerConfig["v3Key"] {
  if (V3_SITE_KEY === undefined && V3_SECRET === undefined) return null;
  if (V3_SITE_KEY === undefined) throw new Error("V3_SITE_KEY: is missing beside V3_SECRET");
  if (V3_SECRET === undefined) throw new Error("V3_SECRET: is missing beside V3_SITE_KEY");
  return { siteKey: V3_SITE_KEY, secret: V3_SECRET };
}

/** The challenge host must be another origin than the app's: vendors' scripts run there. */
function readChallenge(
  mode: ServerConfig["mode"],
  { CHALLENGE_PORT, CHALLENGE_URL }: z.infer<typeof environmentSchema>,
  publicUrl: string,
): ChallengeConfig {
  const url = (CHALLENGE_URL ?? `http://localhost:${CHALLENGE_PORT}`).replace(/\/$/, "");
  if (new URL(url).origin === new URL(publicUrl).origin) {
    throw new Error(
      "CHALLENGE_URL: must be another origin than PUBLIC_URL, since vendors' scripts run there",
    );
  }
  return { port: CHALLENGE_PORT, url, swapLoopback: mode === "demo" && CHALLENGE_URL === undefined };
}

function readTls({ TLS_CERT, TLS_KEY, TLS_PORT }: z.infer<typeof environmentSchema>): TlsFiles | undefined {
  if (TLS_CERT === undefined && TLS_KEY === undefined) return undefined;
  if (TLS_CERT === undefined) throw new Error("TLS_CERT: is missing beside TLS_KEY");
  if (TLS_KEY === undefined) throw new Error("TLS_KEY: is missing beside TLS_CERT");
  return { certFile: TLS_CERT, keyFile: TLS_KEY, port: TLS_PORT };
}

/** All of what a chain needs, or nothing: half a configuration is a mistake that is named. */
function readChain(env: z.infer<typeof environmentSchema>): ChainOptions | undefined {
  const { CHAIN_RPC_URL, CHAIN_ID, CHAIN_XPUB } = env;
  const needed = { CHAIN_RPC_URL, CHAIN_ID, CHAIN_XPUB };
  if (Object.values(needed).every((value) => value === undefined)) return undefined;
  for (const [name, value] of Object.entries(needed)) {
    if (value === undefined) throw new Error(`${name}: is missing beside the other CHAIN_ variables`);
  }
  if (CHAIN_RPC_URL === undefined || CHAIN_ID === undefined || CHAIN_XPUB === undefined) return undefined;
  const fault = publicKeyFault(CHAIN_XPUB);
  if (fault !== null) throw new Error(`CHAIN_XPUB: ${fault}`);
  if (env.CHAIN_TOKENS.length === 0) throw new Error("CHAIN_TOKENS: names no token to accept");
  const tokens = [
    ...env.CHAIN_TOKENS.map((token) => ({ ...token, accepted: true })),
    ...env.CHAIN_OTHER_TOKENS.map((token) => ({ ...token, accepted: false })),
  ];
  if (new Set(tokens.map(({ address }) => address.toLowerCase())).size < tokens.length)
    throw new Error("CHAIN_TOKENS: names a token twice");
  return {
    rpcUrl: CHAIN_RPC_URL,
    chainId: CHAIN_ID,
    name: env.CHAIN_NAME ?? `chain ${CHAIN_ID}`,
    publicKey: CHAIN_XPUB,
    tokens,
    confirmations: env.CHAIN_CONFIRMATIONS,
    blockRange: env.CHAIN_BLOCK_RANGE,
  };
}

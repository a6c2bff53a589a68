import { SITE_PROOF, type SiteMethod, type SiteOutcome } from "@sightline/contract/sites";
import { openResolver, saysNothingThere } from "../outbound/find-addresses";
import { bareHost, type Outbound, readHttpUrl } from "../outbound/safe-request";
import { findMetaTokens } from "./find-meta-tokens";

export interface SiteProofOptions {
  /** Name servers as `address:port`; the machine's when absent. */
  dnsServers?: readonly string[] | undefined;
  /** TXT records by name that count without a question to DNS: for the demo on one's own machine only. */
  standInRecords?: ReadonlyMap<string, readonly string[]>;
  /** Where sites' web servers listen, other than at 80 and 443: for tests only. */
  ports?: { http: number; https: number };
}

export interface ProofFinding {
  outcome: SiteOutcome;
  /** What was found, in words for the owner. */
  detail: string;
}

/** What is to be proved: that whoever holds this token can publish it at the host. */
export interface Claim {
  host: string;
  method: SiteMethod;
  token: string;
}

const FILE_BYTES_MAX = 1_024;
/** The head of any page fits into this; what comes after is not even received. */
const PAGE_BYTES_MAX = 262_144;
const REDIRECTS_MAX = 3;
/** Names with more records than anybody needs are cut. */
const RECORDS_MAX = 50;
const USER_AGENT = "Sightline-Site-Check/1";

/**
 * Looks for an owner's proof: a TXT record, a file, or a meta tag. Whatever is asked of is somebody else's machine, so
 * each look is bounded in time, bytes and redirects, stays on the host, and reaches public addresses only. Never
 * rejects. `unreachable` says nothing about the owner; `wrong` is an answer without the proof.
 */
export class SiteProver {
  constructor(
    private readonly outbound: Outbound,
    private readonly options: SiteProofOptions,
  ) {}

  prove(claim: Claim): Promise<ProofFinding> {
    return claim.method === "dns" ? this.#proveByDns(claim) : this.#proveByWeb(claim, claim.method);
  }

  async #proveByDns({ host, token }: Claim): Promise<ProofFinding> {
    const name = `${SITE_PROOF.dnsLabel}.${host}`;
    let records: readonly string[];
    try {
      records = await this.#readTxt(name);
    } catch {
      return { outcome: "unreachable", detail: `No name server answered for ${name}.` };
    }
    if (records.includes(token))
      return { outcome: "good", detail: `The TXT record of ${name} holds the token.` };
    return {
      outcome: "wrong",
      detail:
        records.length === 0
          ? `There is no TXT record at ${name}. A new record can take some minutes to be seen.`
          : `The TXT record at ${name} holds something else: ${quote(records[0] ?? "")}`,
    };
  }

  async #readTxt(name: string): Promise<readonly string[]> {
    const standIn = this.options.standInRecords?.get(name);
    if (standIn !== undefined) return standIn;
    try {
      const records = await openResolver(this.options.dnsServers).resolveTxt(name);
      return records.slice(0, RECORDS_MAX).map((parts) => parts.join("").trim());
    } catch (error) {
      if (saysNothingThere(error)) return [];
      throw error;
    }
  }

  /** HTTPS first; plain HTTP when nothing can be reached that way. */
  async #proveByWeb(claim: Claim, method: "file" | "meta"): Promise<ProofFinding> {
    const { https = 443, http = 80 } = this.options.ports ?? {};
    const secure = await this.#look(claim, method, `https://${claim.host}:${https}`);
    if (secure.outcome !== "unreachable") return secure;
    const plain = await this.#look(claim, method, `http://${claim.host}:${http}`);
    return plain.outcome === "unreachable" ? secure : plain;
  }

  async #look({ host, token }: Claim, method: "file" | "meta", origin: string): Promise<ProofFinding> {
    let url = `${origin}${method === "file" ? SITE_PROOF.filePath : "/"}`;
    for (let redirects = 0; ; redirects++) {
      const reply = await this.outbound.request({
        method: "GET",
        url,
        headers: { "user-agent": USER_AGENT, accept: method === "file" ? "text/plain" : "text/html" },
        firstBytes: method === "file" ? FILE_BYTES_MAX : PAGE_BYTES_MAX,
      });
      if (reply.ok)
        return method === "file" ? readFile(url, reply.body, token) : readPage(url, reply.body, token);
      if (reply.failure === "redirect") {
        const next = nextOnHost(url, reply.location, host);
        if (next === null) return wrong(`${url} redirects away from ${host}, which is not followed.`);
        if (redirects >= REDIRECTS_MAX) return wrong(`${url} redirects again and again.`);
        url = next;
        continue;
      }
      if (reply.failure === "status" && reply.status !== null && reply.status < 500 && reply.status !== 429) {
        return wrong(`${url} answers with status ${reply.status}.`);
      }
      if (reply.failure === "refused_address") {
        return wrong(`${host} has an address that is private, reserved, or our own. It is not called.`);
      }
      return { outcome: "unreachable", detail: `${url} could not be read: ${reply.failure}.` };
    }
  }
}

function readFile(url: string, body: Buffer, token: string): ProofFinding {
  const text = body
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trim();
  if (text === token) return { outcome: "good", detail: `${url} holds the token.` };
  return wrong(`${url} holds something else: ${quote(text)}`);
}

function readPage(url: string, body: Buffer, token: string): ProofFinding {
  const tokens = findMetaTokens(body.toString("utf8"));
  if (tokens.includes(token)) return { outcome: "good", detail: `The head of ${url} holds the meta tag.` };
  return wrong(
    tokens.length === 0
      ? `The head of ${url} has no meta tag named ${SITE_PROOF.metaName} in its first ${PAGE_BYTES_MAX / 1_024} kB.`
      : `The meta tag of ${url} holds something else: ${quote(tokens[0] ?? "")}`,
  );
}

/** Where a redirect leads, when that is on the same host (the scheme may change); null otherwise. */
function nextOnHost(from: string, location: string | undefined, host: string): string | null {
  const resolved = location === undefined ? null : URL.parse(location, from);
  const url = resolved === null ? null : readHttpUrl(resolved.href);
  return url !== null && bareHost(url) === host ? url.href : null;
}

function wrong(detail: string): ProofFinding {
  return { outcome: "wrong", detail };
}

/** What somebody else's server says, cut so that a line can show it. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "");
  return `“${line.slice(0, 80)}${line.length > 80 ? "…" : ""}”`;
}

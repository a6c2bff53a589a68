import type { TaskKind } from "@sightline/contract/task-kinds";
import type { ChallengeParams } from "@sightline/contract/task-params";
import { isVendorServiceUrl } from "@sightline/contract/vendor-hosts";

/** Where a vendor's widget comes from: its script, and what its pages may load. */
export interface VendorWidget {
  scriptUrl: string;
  /** Sources for Content-Security-Policy. */
  sources: { script: string[]; frame: string[]; connect: string[]; style: string[]; img: string[] };
}

const RECAPTCHA_DOMAINS: Record<string, string> = {
  "google.com": "https://www.google.com",
  "recaptcha.net": "https://www.recaptcha.net",
};
const HCAPTCHA_SCRIPTS: Record<string, string> = {
  "hcaptcha.com": "https://js.hcaptcha.com/1/api.js",
  "js.hcaptcha.com": "https://js.hcaptcha.com/1/api.js",
};
const HCAPTCHA = ["https://hcaptcha.com", "https://*.hcaptcha.com"];
const ARKOSE = ["https://*.arkoselabs.com", "https://*.funcaptcha.com"];

/**
 * The vendor's own addresses for a challenge, as its documentation gives them, policies included; with a stand-in,
 * the same paths there. Null when the service is none of the vendor's.
 */
export function vendorWidget(
  kind: TaskKind,
  challenge: Pick<ChallengeParams, "siteKey" | "enterprise" | "apiDomain" | "serviceUrl">,
  standInUrl: string | null,
): VendorWidget | null {
  switch (kind) {
    case "recaptcha_v2":
    case "recaptcha_v3":
      return recaptcha(challenge, standInUrl);
    case "hcaptcha": {
      const own = HCAPTCHA_SCRIPTS[challenge.apiDomain ?? "hcaptcha.com"];
      if (own === undefined) return null;
      return standInUrl === null ? widget(own, HCAPTCHA) : widget(`${standInUrl}/1/api.js`, [standInUrl]);
    }
    case "funcaptcha": {
      const service = challenge.serviceUrl ?? "";
      if (!isVendorServiceUrl(service)) return null;
      const path = `/v2/${encodeURIComponent(challenge.siteKey)}/api.js`;
      return standInUrl === null ? widget(service + path, ARKOSE) : widget(standInUrl + path, [standInUrl]);
    }
    default:
      return null;
  }
}

function recaptcha(
  { enterprise, apiDomain }: Pick<ChallengeParams, "enterprise" | "apiDomain">,
  standInUrl: string | null,
): VendorWidget | null {
  const path = `/recaptcha/${enterprise ? "enterprise" : "api"}.js`;
  if (standInUrl !== null) return widget(standInUrl + path, [standInUrl]);
  const origin = RECAPTCHA_DOMAINS[apiDomain ?? "google.com"];
  if (origin === undefined) return null;
  return {
    scriptUrl: origin + path,
    sources: {
      script: [`${origin}/recaptcha/`, "https://www.gstatic.com/recaptcha/"],
      frame: [`${origin}/recaptcha/`, "https://recaptcha.google.com/recaptcha/"],
      connect: [`${origin}/recaptcha/`],
      style: [],
      img: ["https://www.gstatic.com/recaptcha/"],
    },
  };
}

function widget(scriptUrl: string, from: string[]): VendorWidget {
  return { scriptUrl, sources: { script: from, frame: from, connect: from, style: from, img: from } };
}

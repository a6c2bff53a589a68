import { framePage } from "./frame-page";
import { ruleOf } from "./key-rules";
import { AWAY, type Call, json, literal, type Reply, script } from "./reply";
import { STAND_IN_SECRET, type TokenBook } from "./token-book";

const SCRIPT = /^\/v2\/([\w-]+)\/api\.js$/;

/** FunCaptcha (Arkose Labs) as it is documented; null for addresses that are not its own. */
export function answerArkose(call: Call, tokens: TokenBook): Reply | null {
  const publicKey = SCRIPT.exec(call.path)?.[1];
  if (publicKey !== undefined)
    return ruleOf(publicKey) === "network" ? AWAY : script(apiScript(call, publicKey));
  switch (call.path) {
    case "/arkose/frame":
      return framePage({
        title: "Verification challenge",
        box: "Verify",
        siteKey: call.query.get("pk") ?? "",
        tokenPath: `/arkose/token?${call.query.toString()}`,
        auto: false,
      });
    case "/arkose/token":
      return json({ token: issue(call, tokens) });
    case "/api/v4/verify/":
      return json(verify(call.body, tokens));
    default:
      return null;
  }
}

/** A token of theirs holds `|` and names its key and service. */
function issue({ query, origin }: Call, tokens: TokenBook): string {
  const siteKey = query.get("pk") ?? "";
  const hostname = new URL(query.get("host") ?? "http://unknown").hostname;
  return tokens.issue(`3084.96368058|r=stand-in|pk=${siteKey}|surl=${origin}|`, {
    vendor: "arkose",
    siteKey,
    hostname,
    action: null,
    score: null,
  });
}

function verify(body: string, tokens: TokenBook): Record<string, unknown> {
  let sent: { private_key?: unknown; session_token?: unknown };
  try {
    sent = JSON.parse(body) as typeof sent;
  } catch {
    return { error: "invalid JSON" };
  }
  if (sent.private_key !== STAND_IN_SECRET) return { error: "invalid private key" };
  const token = tokens.redeem(String(sent.session_token), "arkose");
  if (typeof token === "string") return { error: "invalid token" };
  return {
    session_details: {
      solved: true,
      suppressed: false,
      session_created: new Date(token.issuedAtMs).toISOString(),
    },
  };
}

/** The enforcement object that the script hands to the function named in its own tag. */
function apiScript({ origin }: Call, publicKey: string): string {
  return `(() => {
const origin = ${literal(origin)};
const name = document.currentScript.dataset.callback;
window[name]?.({
  setConfig(config) {
    const element = document.createElement("iframe");
    element.name = "arkose";
    element.title = "Verification challenge";
    element.src = origin + "/arkose/frame?" + new URLSearchParams({ pk: ${literal(publicKey)}, host: location.origin });
    element.width = 302;
    element.height = 290;
    addEventListener("message", (event) => {
      if (event.origin !== origin || event.source !== element.contentWindow) return;
      const { token, refused, shown } = event.data;
      if (token) config.onCompleted?.({ token, completed: true });
      else if (refused === "invalid_domain" || shown) config.onError?.({ error: { error: "DENIED ACCESS" } });
      else if (refused) config.onFailed?.({ token: null, completed: false });
    });
    element.onload = () => config.onReady?.();
    document.querySelector(config.selector).append(element);
  },
});
})();`;
}

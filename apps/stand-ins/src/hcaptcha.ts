import { framePage } from "./frame-page";
import { type Call, json, literal, type Reply, script } from "./reply";
import { goodToken, isRefused, siteverify } from "./siteverify";
import type { TokenBook } from "./token-book";

/** hCaptcha as it is documented; null for addresses that are not its own. */
export function answerHcaptcha(call: Call, tokens: TokenBook): Reply | null {
  switch (call.path) {
    case "/1/api.js":
      return script(apiScript(call));
    case "/hcaptcha/frame":
      return framePage({
        title: "hCaptcha",
        box: "I am human",
        siteKey: call.query.get("sitekey") ?? "",
        tokenPath: `/hcaptcha/token?${call.query.toString()}`,
        auto: call.query.get("size") === "invisible",
      });
    case "/hcaptcha/token":
      return json({ token: issue(call, tokens), respKey: "E1_stand-in-resp-key" });
    case "/siteverify":
      return json(verify(call.body, tokens));
    default:
      return null;
  }
}

function issue({ query }: Call, tokens: TokenBook): string {
  return tokens.issue("P1_", {
    vendor: "hcaptcha",
    siteKey: query.get("sitekey") ?? "",
    hostname: new URL(query.get("host") ?? "http://unknown").hostname,
    action: null,
    score: null,
  });
}

function verify(body: string, tokens: TokenBook): Record<string, unknown> {
  const codes = { tooOld: "expired-input-response", unknown: "already-seen-response" };
  const answer = siteverify(body, tokens, { vendor: "hcaptcha", ...codes });
  return isRefused(answer) ? answer : goodToken(answer);
}

/** `hcaptcha` with the functions that are documented; what is refused comes by its documented error codes. */
function apiScript({ query, origin }: Call): string {
  return `(() => {
const origin = ${literal(origin)};
const codes = { invalid_key: "invalid-data", invalid_domain: "invalid-data", value_expired: "incorrect-captcha-data", network: "network-error" };
const widgets = new Map();
const open = (widget) => {
  const params = { sitekey: widget.options.sitekey, host: location.origin, size: widget.options.size ?? "normal" };
  const element = document.createElement("iframe");
  element.name = widget.id;
  element.title = "hCaptcha";
  element.src = origin + "/hcaptcha/frame?" + new URLSearchParams(params);
  if (params.size === "invisible") element.hidden = true;
  element.width = 302;
  element.height = 76;
  widget.element = element;
  widget.place.append(element);
};
addEventListener("message", (event) => {
  if (event.origin !== origin) return;
  const widget = [...widgets.values()].find(({ element }) => element?.contentWindow === event.source);
  if (widget === undefined) return;
  const { token, respKey, refused } = event.data;
  if (token) {
    widget.respKey = respKey;
    widget.options.callback(token);
  } else if (refused) widget.options["error-callback"]?.(codes[refused]);
});
window.hcaptcha = {
  render(place, options) {
    const id = "hcaptcha-" + widgets.size;
    const widget = { id, place, options, respKey: "" };
    widgets.set(id, widget);
    if (options.size !== "invisible") open(widget);
    return id;
  },
  execute: (id) => open(widgets.get(id)),
  reset() {},
  setData(id, { rqdata }) {
    widgets.get(id).rqdata = rqdata;
  },
  getRespKey: (id) => widgets.get(id).respKey,
};
window[${literal(query.get("onload") ?? "")}]?.();
})();`;
}

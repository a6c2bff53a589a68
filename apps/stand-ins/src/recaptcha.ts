import { framePage } from "./frame-page";
import { ruleOf, scoreOf } from "./key-rules";
import { AWAY, type Call, json, literal, type Reply, script } from "./reply";
import { goodToken, isRefused, siteverify } from "./siteverify";
import type { TokenBook } from "./token-book";

/** reCAPTCHA v2, v3 and Enterprise as Google documents them; null for addresses that are not its own. */
export function answerRecaptcha(call: Call, tokens: TokenBook): Reply | null {
  switch (call.path) {
    case "/recaptcha/api.js":
    case "/recaptcha/enterprise.js":
      return ruleOf(call.query.get("render") ?? "") === "network" ? AWAY : script(apiScript(call));
    case "/recaptcha/anchor":
      return framePage({
        title: "reCAPTCHA",
        box: "I'm not a robot",
        siteKey: call.query.get("k") ?? "",
        tokenPath: `/recaptcha/token?${call.query.toString()}`,
        auto: call.query.get("size") === "invisible",
      });
    case "/recaptcha/token":
      return json({ token: issue(call, tokens) });
    case "/recaptcha/api/siteverify":
      return json(verify(call.body, tokens));
    default:
      return null;
  }
}

function issue({ query }: Call, tokens: TokenBook): string {
  const siteKey = query.get("k") ?? "";
  const isV3 = query.get("v") === "3";
  return tokens.issue("03A", {
    vendor: "recaptcha",
    siteKey,
    hostname: new URL(query.get("co") ?? "http://unknown").hostname,
    action: query.get("action"),
    score: isV3 ? scoreOf(siteKey) : null,
  });
}

function verify(body: string, tokens: TokenBook): Record<string, unknown> {
  const codes = { tooOld: "timeout-or-duplicate", unknown: "timeout-or-duplicate" };
  const answer = siteverify(body, tokens, { vendor: "recaptcha", ...codes });
  if (isRefused(answer)) return answer;
  const { score, action } = answer;
  return { ...goodToken(answer), ...(score !== null && { score, action }) };
}

/** `grecaptcha` with the functions that Google documents. Keys that fail do so as there: v3 rejects. */
function apiScript({ query, origin }: Call): string {
  const render = query.get("render") ?? "onload";
  const broken = render !== "explicit" && render !== "onload" ? ruleOf(render) : null;
  return `(() => {
const origin = ${literal(origin)};
const widgets = [];
const frame = (place, params, hidden) => {
  const id = widgets.push({}) - 1;
  const element = document.createElement("iframe");
  element.name = "recaptcha-" + id;
  element.title = "reCAPTCHA";
  element.src = origin + "/recaptcha/anchor?" + new URLSearchParams({ ...params, co: location.origin });
  if (hidden) element.hidden = true;
  element.width = 304;
  element.height = 78;
  place.append(element);
  widgets[id].element = element;
  return id;
};
addEventListener("message", (event) => {
  if (event.origin !== origin) return;
  const widget = widgets.find(({ element }) => element?.contentWindow === event.source);
  if (widget === undefined) return;
  if (event.data.token) widget.solved(event.data.token);
  else if (event.data.refused) widget.refused(event.data.refused);
});
const api = {
  ready: (then) => then(),
  render(place, options) {
    const params = { k: options.sitekey, size: options.size ?? "normal", action: options.action ?? "" };
    if (params.size === "invisible") {
      widgets.push({ options, place, params });
      return widgets.length - 1;
    }
    const id = frame(place, params, false);
    widgets[id].solved = (token) => options.callback(token);
    widgets[id].refused = () => options["error-callback"]?.();
    return id;
  },
  execute(what, options = {}) {
    if (typeof what === "number") {
      const { options: own, place, params } = widgets[what];
      const id = frame(place, params, true);
      widgets[id].solved = (token) => own.callback(token);
      widgets[id].refused = () => own["error-callback"]?.();
      return Promise.resolve(null);
    }
    if (${literal(broken)} !== null) return Promise.reject(new Error("Invalid site key or not loaded in api.js: " + what));
    return new Promise((resolve, reject) => {
      const params = { k: what, size: "invisible", v: "3", action: options.action ?? "" };
      const id = frame(document.body, params, true);
      widgets[id].solved = resolve;
      widgets[id].refused = reject;
    });
  },
  reset() {},
};
window.grecaptcha = { ...api, enterprise: api };
window[${literal(query.get("onload") ?? "")}]?.();
})();`;
}

import { OWNER_WORDS, ruleOf } from "./key-rules";
import { literal, type Reply } from "./reply";

/**
 * The page in a widget's own frame: a box to tick, or what the vendor tells the key's owner. A tick asks `tokenPath`
 * for a token and hands it to the script that made the frame.
 */
export function framePage({
  title,
  box,
  siteKey,
  tokenPath,
  auto,
}: {
  title: string;
  box: string;
  siteKey: string;
  tokenPath: string;
  /** Invisible widgets tick themselves. */
  auto: boolean;
}): Reply {
  const rule = ruleOf(siteKey);
  const shown =
    rule === null || rule === "value_expired" ? checkbox(box) : `<p role="alert">${OWNER_WORDS[rule]}</p>`;
  return {
    mediaType: "text/html",
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:14px sans-serif;margin:0;padding:20px 12px;border:1px solid #999;background:#fafafa;color:#222}</style>
</head><body>${shown}<script>
const say = (message) => parent.postMessage({ standIn: window.name, ...message }, "*");
const rule = ${literal(rule)};
const tick = async () => {
  if (rule !== null) return say({ refused: rule });
  const reply = await fetch(${literal(tokenPath)}, { method: "POST" });
  say(await reply.json());
};
document.querySelector("input")?.addEventListener("change", (event) => {
  event.currentTarget.disabled = true;
  void tick();
});
if (${auto}) void tick();
else if (rule === "network") say({ refused: rule });
else if (rule === "invalid_key" || rule === "invalid_domain") say({ shown: rule });
</script></body></html>`,
  };
}

function checkbox(box: string): string {
  return `<label><input type="checkbox"> ${box}</label>`;
}

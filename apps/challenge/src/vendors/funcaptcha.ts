import { loadScript } from "../load-script";
import type { Widget } from "../widget";

/** What Arkose Labs documents of the enforcement object that its script hands to the page. */
interface Enforcement {
  setConfig(config: Record<string, unknown>): void;
}

export const showFuncaptcha: Widget = async (page, place, events) => {
  const loaded = new Promise<Enforcement>((resolve) => {
    Reflect.set(window, "setupEnforcement", resolve);
  });
  await loadScript(page.scriptUrl, { "data-callback": "setupEnforcement" });
  const enforcement = await loaded;
  enforcement.setConfig({
    selector: `#${place.id}`,
    mode: "inline",
    ...(page.dataFields !== null && { data: page.dataFields }),
    onReady: () => events.ready(),
    onCompleted: ({ token }: { token: string }) => events.solved(token),
    // When the challenge was answered wrongly too often the widget says so itself (onFailed): it can be opened again.
    onError: ({ error }: { error?: { error?: string } }) =>
      events.trouble(error?.error === "DENIED ACCESS" ? "invalid_domain" : "network"),
  });
};

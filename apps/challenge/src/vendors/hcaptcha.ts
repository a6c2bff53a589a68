import type { WidgetTrouble } from "@sightline/contract/challenge-frame";
import { loadWithCallback } from "../load-script";
import type { Widget } from "../widget";

/** What hCaptcha documents of its script, as far as it is used here. */
interface HcaptchaApi {
  render(place: HTMLElement, options: Record<string, unknown>): string;
  execute(widget: string): void;
  reset(widget: string): void;
  setData(widget: string, data: { rqdata: string }): void;
  getRespKey(widget: string): string;
}

/** By the error codes that hCaptcha documents; what is not named here is the network's. */
const TROUBLES: Record<string, WidgetTrouble> = {
  "invalid-data": "invalid_key",
  "missing-captcha": "invalid_key",
  "invalid-captcha-id": "invalid_key",
  "incorrect-captcha-data": "value_expired",
};
/** The person took too long, or closed it: the widget is still there to be tried again. */
const HARMLESS = ["challenge-closed", "challenge-expired"];

export const showHcaptcha: Widget = async (page, place, events) => {
  await loadWithCallback("hcaptchaReady", (onload) => {
    const url = new URL(page.scriptUrl);
    url.searchParams.set("onload", onload);
    url.searchParams.set("render", "explicit");
    return url.href;
  });
  const { hcaptcha } = window as unknown as { hcaptcha: HcaptchaApi };
  const widget = hcaptcha.render(place, {
    sitekey: page.siteKey,
    ...(page.invisible && { size: "invisible" }),
    callback: (token: string) => events.solved(token, hcaptcha.getRespKey(widget) || undefined),
    "expired-callback": () => hcaptcha.reset(widget),
    "error-callback": (code: string) => {
      if (!HARMLESS.includes(code)) events.trouble(TROUBLES[code] ?? "network");
    },
  });
  if (page.data !== null) hcaptcha.setData(widget, { rqdata: page.data });
  events.ready();
  if (page.invisible) hcaptcha.execute(widget);
};

import type { ChallengePage } from "@sightline/contract/challenge-frame";
import { loadWithCallback } from "../load-script";

/** What Google documents of `grecaptcha` and `grecaptcha.enterprise`, as far as it is used here. */
export interface RecaptchaApi {
  render(place: HTMLElement, options: Record<string, unknown>): number;
  execute(widgetOrKey: number | string, options?: { action: string }): Promise<string>;
  reset(widget: number): void;
}

/** Loads api.js or enterprise.js, as the page's own site would; `render` is `explicit` or, for v3, the site key. */
export async function loadRecaptcha(page: ChallengePage, render: string): Promise<RecaptchaApi> {
  await loadWithCallback("recaptchaReady", (onload) => {
    const url = new URL(page.scriptUrl);
    url.searchParams.set("onload", onload);
    url.searchParams.set("render", render);
    return url.href;
  });
  const { grecaptcha } = window as unknown as { grecaptcha: RecaptchaApi & { enterprise?: RecaptchaApi } };
  return page.enterprise && grecaptcha.enterprise ? grecaptcha.enterprise : grecaptcha;
}

import type { Widget } from "../widget";
import { loadRecaptcha } from "./recaptcha-api";

/** No interaction: a token is asked for, and the vendor decides what the person before the screen is worth. */
export const runRecaptchaV3: Widget = async (page, _place, events) => {
  const api = await loadRecaptcha(page, page.siteKey);
  events.ready();
  try {
    events.solved(await api.execute(page.siteKey, { action: page.action ?? "verify" }));
  } catch {
    // The library rejects when the key is not one of its own, or not for this page.
    events.trouble("invalid_key");
  }
};

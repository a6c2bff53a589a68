import type { Widget } from "../widget";
import { loadRecaptcha } from "./recaptcha-api";

/** The checkbox, or the invisible widget, which is run at once since nothing else on this page would. */
export const showRecaptchaV2: Widget = async (page, place, events) => {
  const api = await loadRecaptcha(page, "explicit");
  let widget = 0;
  const options = {
    sitekey: page.siteKey,
    callback: (token: string) => events.solved(token),
    "error-callback": () => events.trouble("network"),
    "expired-callback": () => api.reset(widget),
    ...(page.invisible && { size: "invisible" }),
    ...(page.enterprise && page.action !== null && { action: page.action }),
    ...(page.data !== null && { s: page.data }),
  };
  try {
    widget = api.render(place, options);
  } catch {
    // It throws when the key is none of its own; whatever else is wrong it shows in the widget.
    events.trouble("invalid_key");
    return;
  }
  events.ready();
  if (page.invisible) void api.execute(widget);
};

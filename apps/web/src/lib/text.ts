import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { customerText } from "../text/customer";
import type { publicText } from "../text/public";
import { sharedText } from "../text/shared";
import type { staffText } from "../text/staff";
import type { workerText } from "../text/worker";

/** Every area's catalogue, by name. An area that keeps its own elsewhere adds itself by declaration merging. */
export interface AreaTexts {
  shared: typeof sharedText;
  public: typeof publicText;
  customer: typeof customerText;
  staff: typeof staffText;
  worker: typeof workerText;
}

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shared";
    resources: AreaTexts;
  }
}

void i18next.use(initReactI18next).init({
  lng: "en",
  fallbackLng: "en",
  defaultNS: "shared",
  resources: { en: { shared: sharedText } },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Makes an area's words known; called by the module that opens the area, before anything of it is shown. */
export function addText<Area extends keyof AreaTexts>(area: Area, text: AreaTexts[Area]): void {
  i18next.addResourceBundle("en", area, text, true, true);
}

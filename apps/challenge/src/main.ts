import type { ChallengePage } from "@sightline/contract/challenge-frame";
import { tellScreen } from "./tell-screen";
import { showFuncaptcha } from "./vendors/funcaptcha";
import { showHcaptcha } from "./vendors/hcaptcha";
import { showRecaptchaV2 } from "./vendors/recaptcha-v2";
import { runRecaptchaV3 } from "./vendors/recaptcha-v3";
import type { Widget } from "./widget";

/**
 * The page inside the challenge frame: reads what the server has written into it, loads the vendor's own script, and
 * tells the screen what came of it. It changes nothing about the widget and nothing about the browser.
 */
const WIDGETS: Record<ChallengePage["kind"], Widget> = {
  recaptcha_v2: showRecaptchaV2,
  recaptcha_v3: runRecaptchaV3,
  hcaptcha: showHcaptcha,
  funcaptcha: showFuncaptcha,
};

const page = JSON.parse(document.getElementById("challenge")?.textContent ?? "") as ChallengePage;
const place = document.getElementById("widget");
if (place !== null) {
  WIDGETS[page.kind](page, place, {
    ready: () => tellScreen(page, { type: "ready" }),
    solved: (token, respKey) =>
      tellScreen(page, { type: "solved", token, ...(respKey !== undefined && { respKey }) }),
    trouble: (trouble) => tellScreen(page, { type: "trouble", trouble }),
  }).catch(() => tellScreen(page, { type: "trouble", trouble: "network" }));
}

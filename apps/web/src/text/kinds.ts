import type { TaskKind } from "@sightline/contract/task-kinds";

/** The kinds of task by name, for every page that lists them. */
export const kindNames = {
  image: "Image to text",
  text: "Text question",
  grid: "Grid",
  points: "Click points",
  draw: "Draw around",
  box: "Bounding box",
  rotate: "Rotate",
  audio: "Audio to text",
  recaptcha_v2: "reCAPTCHA v2",
  recaptcha_v3: "reCAPTCHA v3",
  hcaptcha: "hCaptcha",
  funcaptcha: "FunCaptcha",
} satisfies Record<TaskKind, string>;

import type { TaskKind } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import { readChallengeOptions } from "./read-challenge";
import { readCommonHints, readFlag, readShortText, readTextHints } from "./read-hints";
import { isRefusal, readDecimal, readWholeNumber } from "./read-number";
import { given, type WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

type Reading = TaskParams | WireRefusal;

/** The parameters of a task of this kind, before its files are looked at (protocol.md, 1.4, 1.5 and rule 5). */
export function readParams(kind: TaskKind, input: WireInput): Reading {
  switch (kind) {
    case "image":
      return withImgType(input, readTextHints(input));
    case "text":
      return readQuestion(input);
    case "grid":
      return withImgType(input, readGrid(input));
    case "points":
      return withImgType(input, readPoints(input));
    case "draw":
    case "box":
      return withImgType(input, readAreas(input));
    case "rotate":
      return withImgType(input, readRotation(input));
    case "audio":
      return readSpeech(input);
    default:
      return readChallengeOptions(kind, input);
  }
}

function readQuestion(input: WireInput): Reading {
  const question = readShortText(input, "textcaptcha");
  if (isRefusal(question)) return question;
  if (question === undefined || question.trim() === "") return missing("textcaptcha");
  const hints = readCommonHints(input);
  if (isRefusal(hints)) return hints;
  const { language, lang } = hints;
  return {
    question,
    ...(language === undefined ? {} : { language }),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** `maxClicks` and missing sides of the grid follow from the picture: `fitGrid`. */
function readGrid(input: WireInput): Reading {
  const params: TaskParams = {};
  for (const [name, key, max] of [
    ["recaptcharows", "rows", 10],
    ["recaptchacols", "cols", 10],
    ["min_clicks", "minClicks", 100],
    ["max_clicks", "maxClicks", 100],
  ] as const) {
    const value = readWholeNumber(input, name, { min: 1, max });
    if (isRefusal(value)) return value;
    if (value !== undefined) params[key] = value;
  }
  return checkClicks(params) ?? joinAll(params, readNoAnswer(input), readInstructed(input));
}

function readPoints(input: WireInput): Reading {
  const params: TaskParams = { minClicks: 1 };
  for (const [name, key] of [
    ["min_clicks", "minClicks"],
    ["max_clicks", "maxClicks"],
  ] as const) {
    const value = readWholeNumber(input, name, { min: 1, max: 100 });
    if (isRefusal(value)) return value;
    if (value !== undefined) params[key] = value;
  }
  return checkClicks(params) ?? joinAll(params, readCommonHints(input));
}

function readAreas(input: WireInput): Reading {
  return joinAll(readNoAnswer(input), readInstructed(input));
}

const DEFAULT_STEP_DEGREES = 40;

function readRotation(input: WireInput): Reading {
  const angle = readDecimal(input, "angle", { min: 0.1, max: 180 });
  if (isRefusal(angle)) return angle;
  return joinAll({ angle: angle ?? DEFAULT_STEP_DEGREES }, readCommonHints(input));
}

const SPEECH_LANGUAGES = ["en", "fr", "de", "el", "pt", "ru"];

function readSpeech(input: WireInput): Reading {
  const lang = given(input, "lang")?.toLowerCase();
  if (lang !== undefined && SPEECH_LANGUAGES.includes(lang)) return { lang };
  return refuse("ERROR_BAD_PARAMETERS", `lang must be one of ${SPEECH_LANGUAGES.join(", ")}.`);
}

function readNoAnswer(input: WireInput): Reading {
  const allowed = readFlag(input, "can_no_answer");
  if (isRefusal(allowed)) return allowed;
  return allowed ? { canNoAnswer: true } : {};
}

/** For kinds that mean nothing without words or a picture that say what to look for. */
function readInstructed(input: WireInput): Reading {
  const hints = readCommonHints(input);
  if (isRefusal(hints) || hints.textinstructions !== undefined || hasImgInstructions(input)) return hints;
  return refuse(
    "ERROR_BAD_PARAMETERS",
    "An instruction for the worker is missing: textinstructions or imginstructions.",
  );
}

export function hasImgInstructions(input: WireInput): boolean {
  return given(input, "imginstructions") !== undefined || input.files.imginstructions !== undefined;
}

const IMG_TYPES = ["funcaptcha", "funcaptcha_compare", "recaptcha"] as const;

/** A picture that is said to be cut from a vendor's challenge; its site is checked as a challenge's own. */
function withImgType(input: WireInput, params: Reading): Reading {
  if (isRefusal(params)) return params;
  const name = given(input, "img_type")?.toLowerCase();
  if (name === undefined) return params;
  const imgType = IMG_TYPES.find((type) => type === name);
  if (imgType !== undefined) return { ...params, imgType };
  return refuse("ERROR_BAD_PARAMETERS", `img_type must be one of ${IMG_TYPES.join(", ")}.`);
}

function checkClicks({ minClicks, maxClicks }: TaskParams): WireRefusal | null {
  if (minClicks === undefined || maxClicks === undefined || minClicks <= maxClicks) return null;
  return refuse("ERROR_BAD_PARAMETERS", "min_clicks is greater than max_clicks.");
}

function joinAll(...readings: Reading[]): Reading {
  const params: TaskParams = {};
  for (const reading of readings) {
    if (isRefusal(reading)) return reading;
    Object.assign(params, reading);
  }
  return params;
}

function missing(name: string): WireRefusal {
  return refuse("ERROR_BAD_PARAMETERS", `The parameter ${name} is missing.`);
}

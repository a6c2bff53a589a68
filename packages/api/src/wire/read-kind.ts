import type { TaskKind } from "@sightline/contract/task-kinds";
import { given, isOn, type WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

/** Methods that say only how a file comes; what is asked about it stands in other parameters. */
const FILE_METHODS = new Set(["post", "base64"]);

const KIND_OF_METHOD: Readonly<Record<string, TaskKind>> = {
  textcaptcha: "text",
  rotatecaptcha: "rotate",
  bounding_box: "box",
  audio: "audio",
  hcaptcha: "hcaptcha",
  funcaptcha: "funcaptcha",
};

/** Which kind of task is sent: by `method`, by the parameters that mark a kind, or by what came with it. */
export function readKind(input: WireInput): TaskKind | WireRefusal {
  const method = given(input, "method")?.toLowerCase();
  if (method === undefined) return inferKind(input);
  if (FILE_METHODS.has(method)) return findMarkedKind(input) ?? "image";
  if (method === "userrecaptcha") return readRecaptchaVersion(input);
  if (Object.hasOwn(KIND_OF_METHOD, method)) return KIND_OF_METHOD[method] ?? "image";
  return refuse("ERROR_BAD_PARAMETERS", `Tasks with method=${method.slice(0, 40)} are not offered here.`);
}

/** Several clients send no method with a text question, a grid or points (protocol.md, R6). */
function inferKind(input: WireInput): TaskKind | WireRefusal {
  const marked = findMarkedKind(input);
  if (marked !== null) return marked;
  if (input.files.file || given(input, "body") !== undefined) return "image";
  if (input.files.file_1) return "rotate";
  if (given(input, "image") !== undefined) return "box";
  return refuse("ERROR_BAD_PARAMETERS", "The parameter method is missing, and so is an image.");
}

/** Some clients mark a grid by its rows and columns alone. */
function findMarkedKind(input: WireInput): TaskKind | null {
  if (given(input, "textcaptcha") !== undefined) return "text";
  if (isOn(given(input, "coordinatescaptcha"))) return "points";
  if (isOn(given(input, "canvas"))) return "draw";
  const marksGrid =
    isOn(given(input, "recaptcha")) ||
    given(input, "recaptcharows") !== undefined ||
    given(input, "recaptchacols") !== undefined;
  return marksGrid ? "grid" : null;
}

function readRecaptchaVersion(input: WireInput): TaskKind | WireRefusal {
  const version = given(input, "version")?.toLowerCase() ?? "v2";
  if (version === "v2" || version === "enterprise") return "recaptcha_v2";
  if (version === "v3") return "recaptcha_v3";
  return refuse("ERROR_BAD_PARAMETERS", "version must be v2 or v3.");
}

import { given, isOn, type RequestInput } from "./request-input";

export type KindReading = { ok: true; kind: "image" } | { ok: false; errorText: string };

const IMAGE_METHODS = new Set(["post", "base64"]);

/** Which kind of task is sent: by `method`, by the parameters that mark a kind, or by what came with it. */
export function readKind(input: RequestInput): KindReading {
  const method = given(input, "method")?.toLowerCase();
  if (method !== undefined && !IMAGE_METHODS.has(method)) return notOffered(`method=${method.slice(0, 40)}`);
  const mark = findMark(input);
  if (mark !== null) return notOffered(mark);
  if (method === undefined && !input.files.file && given(input, "body") === undefined) {
    return { ok: false, errorText: "The parameter method is missing, and so is an image." };
  }
  return { ok: true, kind: "image" };
}

/** The parameter that makes this another kind than a plain image. Some clients send no method with it. */
function findMark(input: RequestInput): string | null {
  for (const flag of ["recaptcha", "canvas", "coordinatescaptcha"]) {
    if (isOn(given(input, flag))) return `${flag}=1`;
  }
  for (const name of ["textcaptcha", "recaptcharows", "recaptchacols"]) {
    if (given(input, name) !== undefined) return name;
  }
  return null;
}

function notOffered(what: string): KindReading {
  return { ok: false, errorText: `Tasks with ${what} are not offered here.` };
}

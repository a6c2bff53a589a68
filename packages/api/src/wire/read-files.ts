import type { TaskKind } from "@sightline/contract/task-kinds";
import { isChallenge } from "@sightline/contract/task-kinds";
import { decodeBase64Image } from "@sightline/domain/files/decode-base64-image";
import { displayedSides } from "@sightline/domain/files/displayed-sides";
import { captchaImageLimits, type ImageLimits } from "@sightline/domain/files/image-inspection";
import { inspectImage } from "@sightline/domain/files/inspect-image";
import { inspectSound } from "@sightline/domain/files/inspect-sound";
import { stripMetadata } from "@sightline/domain/files/strip-metadata";
import type { NewTask, NewTaskFile } from "@sightline/domain/tasks/create-task";
import { hasImgInstructions } from "./read-params";
import { given, type WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

export type FilesReading =
  | { ok: true; file?: NewTaskFile; moreFiles?: NonNullable<NewTask["moreFiles"]> }
  | WireRefusal;
type FileReading = { ok: true; file: NewTaskFile } | WireRefusal;

const INSTRUCTION_LIMITS: ImageLimits = { bytesMin: 1, bytesMax: 102_400, widthPxMax: 400, heightPxMax: 150 };
const ROTATE_FILE_NAMES = Array.from({ length: 9 }, (_, i) => `file_${i + 1}`);

/** The files that a task of this kind is about, judged by their bytes alone and without their metadata. */
export function readFiles(kind: TaskKind, input: WireInput): FilesReading {
  if (kind === "text" || isChallenge(kind)) return { ok: true };
  if (kind === "audio") return readSound(input);
  if (kind === "rotate") return readPictures(findRotatePictures(input));
  return readPictures([findFile(input, kind === "box" ? "image" : "body")]);
}

/** The picture that tells the worker what to do, or null when there is none. It is a parameter: it is judged first. */
export function readInstructionPicture(kind: TaskKind, input: WireInput): NewTaskFile | null | WireRefusal {
  if (kind === "text" || kind === "audio" || isChallenge(kind) || !hasImgInstructions(input)) return null;
  const bytes = input.files.imginstructions ?? decodeBase64Image(given(input, "imginstructions") ?? "");
  const reading = readPicture(bytes, INSTRUCTION_LIMITS);
  return reading.ok ? reading.file : refuse("ERROR_BAD_IMGINSTRUCTIONS");
}

function readPictures(sources: readonly (Buffer | null)[]): FilesReading {
  const [first, ...rest] = sources;
  const file = readPicture(first ?? null);
  if (!file.ok) return file;
  const moreFiles: NonNullable<NewTask["moreFiles"]>[number][] = [];
  for (const bytes of rest) {
    const reading = readPicture(bytes);
    if (!reading.ok) return reading;
    moreFiles.push({ role: "picture", ...reading.file });
  }
  return { ok: true, file: file.file, moreFiles };
}

function readPicture(bytes: Buffer | null, limits: ImageLimits = captchaImageLimits): FileReading {
  if (bytes === null) return refuse("ERROR_UPLOAD");
  const inspection = inspectImage(bytes, limits);
  if (!inspection.ok) return refuse(inspection.code);
  const { mediaType } = inspection;
  const sides = displayedSides(bytes, inspection);
  return { ok: true, file: { bytes: stripMetadata(bytes, inspection), mediaType, ...sides } };
}

function readSound(input: WireInput): FilesReading {
  const bytes = findFile(input, "body");
  if (bytes === null) return refuse("ERROR_UPLOAD");
  const inspection = inspectSound(bytes);
  if (!inspection.ok) return refuse(inspection.code);
  return {
    ok: true,
    file: { bytes: inspection.audio, mediaType: inspection.mediaType, widthPx: 0, heightPx: 0 },
  };
}

/** Several pictures come as `file_1` and so on; one comes as any picture does. */
function findRotatePictures(input: WireInput): (Buffer | null)[] {
  const numbered = ROTATE_FILE_NAMES.flatMap((name) => input.files[name] ?? []);
  return numbered.length > 0 ? numbered : [findFile(input, "body")];
}

/**
 * Clients that say `post` may still send base64, and the other way round: the method only decides when both came.
 * `parameter` is the one that holds base64; `body` does for every kind.
 */
function findFile(input: WireInput, parameter: "body" | "image"): Buffer | null {
  const text = given(input, parameter) ?? given(input, "body");
  const file = input.files.file ?? input.files[parameter];
  if (file !== undefined && (text === undefined || given(input, "method") !== "base64")) return file;
  return text === undefined ? null : decodeBase64Image(text);
}

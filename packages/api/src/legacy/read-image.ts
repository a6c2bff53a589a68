import type { ErrorCode } from "@sightline/contract/error-codes";
import { decodeBase64Image } from "@sightline/domain/files/decode-base64-image";
import { inspectImage } from "@sightline/domain/files/inspect-image";
import { stripMetadata } from "@sightline/domain/files/strip-metadata";
import type { NewTaskFile } from "@sightline/domain/tasks/create-task";
import { given, type RequestInput } from "./request-input";

export type ImageReading = { ok: true; image: NewTaskFile } | { ok: false; code: ErrorCode };

/** The picture of a request, judged by its bytes alone and without its metadata. */
export function readImage(input: RequestInput): ImageReading {
  const bytes = findBytes(input);
  if (bytes === null) return { ok: false, code: "ERROR_UPLOAD" };
  const inspection = inspectImage(bytes);
  if (!inspection.ok) return { ok: false, code: inspection.code };
  const { mediaType, widthPx, heightPx } = inspection;
  return { ok: true, image: { bytes: stripMetadata(bytes, inspection), mediaType, widthPx, heightPx } };
}

/** Clients that say `post` may still send base64, and the other way round: the method only decides when both came. */
function findBytes(input: RequestInput): Buffer | null {
  const text = given(input, "body");
  const file = input.files.file;
  if (file !== undefined && (text === undefined || given(input, "method") !== "base64")) return file;
  return text === undefined ? null : decodeBase64Image(text);
}

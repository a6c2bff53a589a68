import { createHash } from "node:crypto";
import type { StoredFile } from "@sightline/db/schema/task";
import { firstFileLength } from "../tasks/task-inputs";

/** SHA-256 of a task's pictures, one after another, as they are stored: without their metadata. */
export function pictureDigest(pictures: readonly Buffer[]): Buffer {
  const hash = createHash("sha256");
  for (const bytes of pictures) hash.update(bytes);
  return hash.digest();
}

/** The pictures among a stored task's files: those with instructions are not what nobody could read. */
export function storedPictures(bytes: Buffer, moreFiles: readonly StoredFile[]): Buffer[] {
  const first = bytes.subarray(0, firstFileLength({ bytes, moreFiles }));
  const more = moreFiles.filter(({ role }) => role === "picture");
  return [first, ...more.map(({ offset, length }) => bytes.subarray(offset, offset + length))];
}

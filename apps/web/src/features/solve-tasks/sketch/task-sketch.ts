import type { Assignment } from "@sightline/contract/work";
import { isOldText, taskOnScreen, type WorkSession } from "../work-session";
import { readSketch, type Sketch, sketchShape } from "./sketch";

/** Pictures that the task is about: one, or all that are to be rotated. */
export function countPictures({ files }: Assignment): number {
  return 1 + files.filter(({ role }) => role === "picture").length;
}

/** What has been marked on the picture on the screen; null when that one is answered by typing, or there is none. */
export function sketchOnScreen(session: WorkSession): Sketch | null {
  const task = taskOnScreen(session);
  const shape = task === null ? null : sketchShape(task.kind);
  if (task === null || shape === null) return null;
  return readSketch(isOldText(session) ? "" : session.field.text, shape, countPictures(task));
}

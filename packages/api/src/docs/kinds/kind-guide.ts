import type { TaskKind } from "@sightline/contract/task-kinds";
import type { z } from "zod";
import type { SampleFile } from "../sample-files";

/** What the documentation says about one kind; its page, its part of the OpenAPI document and its test come from this. */
export interface KindGuide {
  kind: TaskKind;
  title: string;
  /** What a person does with such a task, in one sentence. */
  says: string;
  /** How in.php tells this kind from the others. */
  recognised: string;
  /** The kind's own parameters of in.php, beside those that every kind shares. */
  parameters: z.ZodObject;
  /** A file for the multipart form; a kind without one is sent by its fields alone. */
  file?: { field: string; file: SampleFile };
  /** Fields of the example, without key: `multipart` goes with the file, `base64` is the same task without one. */
  example: { multipart?: Record<string, string>; base64: Record<string, string> };
  /** The answer in both forms of res.php. */
  answer: { text: string; json: string };
  /** `task` of createTask, and the `solution` that comes back. */
  json: { task: Record<string, unknown>; solution: Record<string, unknown> };
  /** Other names of the task type that are accepted. */
  otherTypes?: readonly string[];
  notes: readonly string[];
}

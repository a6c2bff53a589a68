import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import { CHALLENGE_KIND_GUIDES } from "./challenge-kinds";
import type { KindGuide } from "./kind-guide";
import { PLACE_KINDS } from "./place-kinds";
import { READING_KINDS } from "./reading-kinds";

const ALL = [...READING_KINDS, ...PLACE_KINDS, ...CHALLENGE_KIND_GUIDES];

/** One guide for each kind, in the order of the kinds' table. */
export const KIND_GUIDES: readonly KindGuide[] = TASK_KIND_NAMES.flatMap((kind) =>
  ALL.filter((guide) => guide.kind === kind),
);

import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";

/** The kinds that this screen can show, told to the server when the seat is taken. */
export const SCREEN_KINDS = TASK_KIND_NAMES;

import type { TaskStateShown } from "@sightline/contract/customer";
import { live } from "../../lib/live";
import { trpc } from "../../lib/trpc";

const ROWS = 50;

export interface TasksWanted {
  state?: TaskStateShown;
  before?: number;
  /** How many rows; a page of them when absent. */
  limit?: number;
}

export const tasksQuery = (wanted: TasksWanted) =>
  trpc.customer.tasks.queryOptions({ limit: ROWS, ...wanted }, live);

/** One task, as the newest one that is not newer than it; another's number finds another row, or none. */
export const taskQuery = (taskId: number) =>
  trpc.customer.tasks.queryOptions(
    { before: taskId + 1, limit: 1 },
    { refetchInterval: live.refetchInterval },
  );

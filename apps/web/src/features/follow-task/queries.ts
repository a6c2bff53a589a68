import { trpc } from "../../lib/trpc";

const LIVE_MS = 2_000;

export const timelineQuery = (taskId: number) =>
  trpc.requestLog.timeline.queryOptions({ taskId }, { refetchInterval: LIVE_MS });

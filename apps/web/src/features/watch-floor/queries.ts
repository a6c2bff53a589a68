import { live } from "../../lib/live";
import { trpc } from "../../lib/trpc";

export const healthQuery = trpc.floor.health.queryOptions(undefined, { refetchInterval: 10_000 });
export const floorQuery = trpc.staff.floor.queryOptions(undefined, live);

import { live } from "../../lib/live";
import { trpc } from "../../lib/trpc";

export const floorQuery = trpc.staff.floor.queryOptions(undefined, live);

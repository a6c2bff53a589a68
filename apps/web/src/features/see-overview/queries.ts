import { live } from "../../lib/live";
import { trpc } from "../../lib/trpc";

export const overviewQuery = trpc.customer.overview.queryOptions(undefined, live);

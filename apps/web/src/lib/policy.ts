import { trpc } from "./trpc";

/** The acceptable-use policy that is in effect. */
export const policyQuery = trpc.policy.current.queryOptions();

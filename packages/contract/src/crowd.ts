import { z } from "zod";

/** How a customer's tasks meet the crowd. */
export const crowdSettingsSchema = z.object({
  /** Tasks go to the customer's own screen, free, and never to workers. */
  sandbox: z.boolean(),
});
export type CrowdSettings = z.infer<typeof crowdSettingsSchema>;

import { z } from "zod";

/** How a customer's tasks meet the crowd. */
export const crowdSettingsSchema = z.object({
  /** Tasks go to the customer's own screen, free, and never to workers. */
  sandbox: z.boolean(),
  /** Tasks of whose answers the crowd was sure may be kept, and shown to workers to measure them. */
  sharesGold: z.boolean().optional(),
});
/** What is left out stays as it is. */
export type CrowdSettingsChange = z.infer<typeof crowdSettingsSchema>;
export interface CrowdSettings {
  sandbox: boolean;
  sharesGold: boolean;
}

import { z } from "zod";

/** `support.ask`: anybody; who is logged in is answered at their own address. */
export const askSupportSchema = z.object({
  email: z.email("Enter your email address").max(254),
  message: z.string().trim().min(10, "Say in a few words what it is about").max(4_000),
});

import { trpc } from "../../lib/trpc";

export const askSupportMutation = () => trpc.support.ask.mutationOptions();

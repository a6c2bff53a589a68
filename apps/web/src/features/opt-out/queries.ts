import { trpc } from "../../lib/trpc";

export const askOptOutMutation = () => trpc.optOut.ask.mutationOptions();
export const proveOptOutMutation = () => trpc.optOut.prove.mutationOptions();
export const confirmOptOutMutation = () => trpc.optOut.confirm.mutationOptions();

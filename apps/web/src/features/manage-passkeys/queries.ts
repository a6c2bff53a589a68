import { makePasskey, type PasskeyFailure } from "../../lib/passkey-ceremony";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";
import { trpcClient } from "../../lib/trpc-client";

export const passkeysQuery = trpc.passkeys.list.queryOptions();

const refresh = { onSuccess: () => queryClient.invalidateQueries({ queryKey: passkeysQuery.queryKey }) };

type AddOutcome =
  | { outcome: "added" | "wrong_password" | "full" | "refused" | PasskeyFailure }
  | { outcome: "too_many_attempts"; retryAfterSeconds: number };

/** The password, then the browser's question, then what it made. */
export const addPasskeyMutation = () => ({
  mutationFn: async ({ name, password }: { name: string; password: string }): Promise<AddOutcome> => {
    const begun = await trpcClient.passkeys.begin.mutate({ name, password });
    if (begun.outcome === "refused") return { outcome: "wrong_password" };
    if (begun.outcome !== "started") return begun;
    const made = await makePasskey(begun.options);
    if ("failure" in made) return { outcome: made.failure };
    return trpcClient.passkeys.add.mutate({ name, response: made.response });
  },
  ...refresh,
});
export const renamePasskeyMutation = () => trpc.passkeys.rename.mutationOptions(refresh);
export const removePasskeyMutation = () => trpc.passkeys.remove.mutationOptions(refresh);

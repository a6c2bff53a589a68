import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const sessionsQuery = trpc.session.sessions.queryOptions();

export const revokeSessionMutation = () =>
  trpc.session.revokeSession.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });

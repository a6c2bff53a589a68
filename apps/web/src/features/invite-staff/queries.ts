import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

const REFRESH_MS = 15_000;
export const waitingInvitationsQuery = trpc.invitations.waiting.queryOptions(undefined, {
  refetchInterval: REFRESH_MS,
});

const invitationsChanged = () => queryClient.invalidateQueries({ queryKey: trpc.invitations.pathKey() });
export const inviteMutation = () =>
  trpc.invitations.invite.mutationOptions({ onSuccess: invitationsChanged });
export const decideInvitationMutation = () =>
  trpc.invitations.decide.mutationOptions({ onSettled: invitationsChanged });

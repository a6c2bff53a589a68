import { live } from "../../lib/live";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const teamQuery = trpc.team.list.queryOptions(undefined, { ...live, refetchInterval: 10_000 });

const refresh = { onSettled: () => queryClient.invalidateQueries({ queryKey: teamQuery.queryKey }) };

export const inviteMutation = () => trpc.team.invite.mutationOptions(refresh);
export const cancelInvitationMutation = () => trpc.team.cancelInvitation.mutationOptions(refresh);
export const changeRoleMutation = () => trpc.team.changeRole.mutationOptions(refresh);
export const removeMemberMutation = () => trpc.team.remove.mutationOptions(refresh);
export const leaveTeamMutation = () => trpc.team.leave.mutationOptions();

import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const announcementsQuery = trpc.announcements.list.queryOptions();
export const reachQuery = trpc.announcements.reach.queryOptions();
export const publishMutation = () =>
  trpc.announcements.publish.mutationOptions({ onSuccess: () => announcementsChanged() });
export const withdrawMutation = () =>
  trpc.announcements.withdraw.mutationOptions({ onSuccess: () => announcementsChanged() });
export const undoMutation = () =>
  trpc.announcements.undo.mutationOptions({ onSuccess: () => announcementsChanged() });

async function announcementsChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: trpc.announcements.pathKey() });
}

import type { DeliveryState } from "@sightline/contract/callbacks";
import { live } from "../../lib/live";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

export const endpointsQuery = trpc.callbacks.endpoints.queryOptions(undefined, live);

export interface DeliveriesWanted {
  state?: DeliveryState;
  before?: number;
}
export const deliveriesQuery = (wanted: DeliveriesWanted) =>
  trpc.callbacks.deliveries.queryOptions(wanted, live);

const changed = () => queryClient.invalidateQueries({ queryKey: trpc.callbacks.pathKey() });

export const switchOnMutation = () => trpc.callbacks.switchOn.mutationOptions({ onSuccess: changed });
export const removeEndpointMutation = () => trpc.callbacks.remove.mutationOptions({ onSuccess: changed });
export const resendMutation = () => trpc.callbacks.resend.mutationOptions({ onSuccess: changed });
export const showSecretMutation = () => trpc.callbacks.showSecret.mutationOptions();
export const rotateSecretMutation = () => trpc.callbacks.rotateSecret.mutationOptions();
export const testCallbackMutation = () => trpc.callbacks.test.mutationOptions();

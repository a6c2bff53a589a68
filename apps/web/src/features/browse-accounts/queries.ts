import type { Role } from "@sightline/contract/roles";
import { keepPreviousData } from "@tanstack/react-query";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";

const ROWS = 50;

export interface AccountsWanted {
  search?: string;
  role?: Role;
  before?: number;
}

export const accountsQuery = (wanted: AccountsWanted) =>
  trpc.staff.accounts.queryOptions({ ...wanted, limit: ROWS }, { placeholderData: keepPreviousData });

export const accountQuery = (accountId: number) => trpc.staff.account.queryOptions({ accountId });

export const workerEvidenceQuery = (workerId: number) => trpc.staffWorkers.view.queryOptions({ workerId });

export const setAccountLimitMutation = () =>
  trpc.staff.setAccountLimit.mutationOptions({ onSuccess: accountChanged });

export const bookDepositMutation = () =>
  trpc.staff.bookDeposit.mutationOptions({ onSuccess: accountChanged });

export const suspendMutation = () =>
  trpc.staffAccounts.suspend.mutationOptions({ onSuccess: accountChanged });

export const liftSuspensionMutation = () =>
  trpc.staffAccounts.liftSuspension.mutationOptions({ onSuccess: accountChanged });

async function accountChanged(_reply: unknown, { accountId }: { accountId: number }): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: accountQuery(accountId).queryKey }),
    queryClient.invalidateQueries({ queryKey: trpc.staff.accounts.queryKey() }),
  ]);
}

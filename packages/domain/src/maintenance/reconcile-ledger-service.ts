import { reconcileLedger } from "../ledger/reconcile-ledger";
import type { Service } from "./service";

/** The ledger proves itself once a minute; a difference stands in the log, in the metric and on the staff's page. */
export const reconcileLedgerService: Service = {
  name: "reconcile-ledger",
  everyMs: 60_000,
  async runOnce(ctx) {
    await reconcileLedger(ctx);
    return 0;
  },
};

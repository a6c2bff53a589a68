import { confirmPay } from "../pay/confirm-pay";
import { BATCH_MAX, type Service } from "./service";

/** Pay becomes available a quarter of an hour after its task was sent; once a minute is soon enough. */
export const confirmPayService: Service = {
  name: "confirm-pay",
  everyMs: 60_000,
  async runOnce(ctx) {
    const { confirmed, more } = await confirmPay(ctx);
    return more ? Math.max(confirmed, BATCH_MAX) : confirmed;
  },
};

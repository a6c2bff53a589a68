import type { KindPriceVersion } from "@sightline/contract/prices";
import type { TFunction } from "i18next";
import { z } from "zod";
import { laterTime } from "../../lib/later-time";
import {
  formatPricePerThousand,
  formatSharePercent,
  readPricePerThousand,
  readSharePercent,
} from "../../lib/read-price";

/** What is typed about a price. An empty bound is the price itself, an empty time is now. */
export function priceFormValues(row: Omit<KindPriceVersion, "effectiveFromMs">) {
  const bound = (micros: number) => (micros === row.priceMicros ? "" : formatPricePerThousand(micros));
  return {
    price: formatPricePerThousand(row.priceMicros),
    share: formatSharePercent(row.workerShareBasisPoints),
    lowest: bound(row.rateMinMicros),
    highest: bound(row.rateMaxMicros),
    packageShare: formatSharePercent(row.packageShareBasisPoints),
    from: "",
  };
}

export function priceFormSchema(t: TFunction<"staff">) {
  const price = z
    .string()
    .transform(readPricePerThousand)
    .pipe(z.number(t("prices.perThousandWrong")));
  const share = z
    .string()
    .transform(readSharePercent)
    .pipe(z.number(t("prices.shareWrong")));
  const bound = z.union([z.literal("").transform(() => null), price], t("prices.perThousandWrong"));
  const from = laterTime({ wrong: t("prices.fromWrong"), past: t("prices.fromPast") });
  return z
    .object({ price, share, lowest: bound, highest: bound, packageShare: share, from })
    .refine(({ price: at, lowest }) => (lowest ?? at) <= at, {
      path: ["lowest"],
      message: t("prices.lowestWrong"),
    })
    .refine(({ price: at, highest }) => at <= (highest ?? at), {
      path: ["highest"],
      message: t("prices.highestWrong"),
    })
    .transform((typed) => ({
      priceMicros: typed.price,
      workerShareBasisPoints: typed.share,
      rateMinMicros: typed.lowest ?? typed.price,
      rateMaxMicros: typed.highest ?? typed.price,
      packageShareBasisPoints: typed.packageShare,
      ...(typed.from === undefined ? {} : { effectiveFromMs: typed.from }),
    }));
}

import type { PayoutClaims } from "@sightline/contract/moderation";
import { Badge } from "@sightline/ui/badge";
import { Money } from "@sightline/ui/money";
import type { TFunction } from "i18next";

/** What a moderator sees of a worker's next payout, and why they are asked. */
export function payoutFacts(payout: PayoutClaims, t: TFunction<"moderation">) {
  const { signs, micros, address, paidCount, usualMicros, lastAddress, linkedCustomers, inBatch } = payout;
  return [
    {
      label: t("payout.signs"),
      value: (
        <span className="flex flex-wrap gap-2">
          {signs.map((sign) => (
            <Badge key={sign} tone="wait">
              {t(`payout.sign.${sign}`)}
            </Badge>
          ))}
          {signs.length === 0 && t("payout.noSigns")}
        </span>
      ),
    },
    { label: t("payout.amount"), value: <Money micros={micros} /> },
    { label: t("payout.usual"), value: usualMicros === null ? t("nobody") : <Money micros={usualMicros} /> },
    { label: t("payout.paid"), value: paidCount },
    { label: t("payout.address"), value: <Address address={address ?? t("nobody")} /> },
    ...(lastAddress !== null && lastAddress !== address
      ? [{ label: t("payout.lastAddress"), value: <Address address={lastAddress} /> }]
      : []),
    {
      label: t("payout.linked"),
      value: linkedCustomers.length === 0 ? t("payout.noLinked") : linkedCustomers.join(", "),
    },
    { label: t("payout.batch"), value: t(`payout.batches.${inBatch ?? "none"}`) },
  ];
}

function Address({ address }: { address: string }) {
  return <code className="font-mono text-13 break-all">{address}</code>;
}

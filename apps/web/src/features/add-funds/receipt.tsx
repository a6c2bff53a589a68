import { Button } from "@sightline/ui/button";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { formatExact } from "@sightline/ui/relative-time";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { receiptQuery } from "./queries";

/** What the browser prints: nothing but the receipt itself. */
export function ReceiptOfDeposit({ depositId }: { depositId: number }) {
  const { t } = useTranslation("billing");
  const { data, error, refetch } = useQuery(receiptQuery(depositId));
  if (data === undefined) {
    return error ? (
      <LoadError title={t("receiptFailed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={8} />
    );
  }
  const { deposit } = data;
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <Facts
        facts={[
          { label: t("receipt"), value: <span className="font-mono">{data.number}</span> },
          { label: t("date"), value: formatExact(deposit.atMs) },
          {
            label: t("from"),
            value: <span className="whitespace-pre-line">{data.issuer || "Sightline"}</span>,
          },
          {
            label: t("to"),
            value: <span className="whitespace-pre-line">{data.billedTo || data.email}</span>,
          },
          { label: t("amount"), value: t("what") },
          ...(deposit.txHash
            ? [
                {
                  label: t("transaction"),
                  value: <code className="font-mono break-all">{deposit.txHash}</code>,
                },
              ]
            : []),
          ...(deposit.reason ? [{ label: t("reason"), value: deposit.reason }] : []),
          { label: t("total"), value: <Money micros={deposit.amountMicros ?? 0} /> },
        ]}
      />
      <Button className="self-start print:hidden" onPress={() => window.print()}>
        {t("print")}
      </Button>
    </div>
  );
}

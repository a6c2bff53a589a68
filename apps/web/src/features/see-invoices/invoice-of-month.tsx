import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { Notice } from "@sightline/ui/notice";
import { formatExact } from "@sightline/ui/relative-time";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { InvoiceLines } from "./invoice-lines";
import { monthName } from "./month-name";
import { invoiceQuery } from "./queries";

/** What the browser prints: nothing but the invoice itself. */
export function InvoiceOfMonth({ month }: { month: string }) {
  const { t } = useTranslation("invoices");
  const { data, error, refetch } = useQuery(invoiceQuery(month));
  if (data === undefined) {
    return error ? (
      <LoadError title={t("oneFailed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={8} />
    );
  }
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      {data.number === null && <Notice tone="info">{t("draft")}</Notice>}
      <Facts
        facts={[
          {
            label: t("number"),
            value: data.number === null ? t("none") : <span className="font-mono">{data.number}</span>,
          },
          { label: t("month"), value: monthName(data.month) },
          ...(data.issuedAtMs === null ? [] : [{ label: t("date"), value: formatExact(data.issuedAtMs) }]),
          {
            label: t("from"),
            value: <span className="whitespace-pre-line">{data.issuer || "Sightline"}</span>,
          },
          {
            label: t("to"),
            value: <span className="whitespace-pre-line">{data.billedTo || data.email}</span>,
          },
          { label: t("totalPaid"), value: <Money micros={data.totalMicros} /> },
        ]}
      />
      {data.lines.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <InvoiceLines lines={data.lines} totalMicros={data.totalMicros} />
      )}
      <p className="max-w-text text-13 text-text-quiet">{t("note")}</p>
      <Button className="self-start print:hidden" onPress={() => window.print()}>
        {t("print")}
      </Button>
    </div>
  );
}

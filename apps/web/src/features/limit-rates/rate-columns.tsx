import type { CustomerRateRow } from "@sightline/contract/prices";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { Money } from "@sightline/ui/money";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { formatPricePerThousand } from "../../lib/read-price";

const PER = 1_000;

export function rateColumns(
  t: TFunction<"money">,
  onSet: (row: CustomerRateRow) => void,
): TableColumn<CustomerRateRow>[] {
  return [
    {
      id: "kind",
      header: t("rates.kind"),
      cell: ({ kind }) => <span className="font-medium">{t(`rates.kinds.${kind}`)}</span>,
      csv: ({ kind }) => kind,
    },
    {
      id: "rate",
      header: t("rates.rate"),
      align: "end",
      cell: ({ rateMicros }) => <Money micros={rateMicros * PER} className="text-13" />,
      csv: ({ rateMicros }) => formatPricePerThousand(rateMicros),
    },
    {
      id: "bounds",
      header: t("rates.bounds"),
      align: "end",
      from: "lg",
      cell: ({ rateMinMicros, rateMaxMicros }) =>
        rateMinMicros === rateMaxMicros
          ? t("rates.fixed")
          : `${formatPricePerThousand(rateMinMicros)} – ${formatPricePerThousand(rateMaxMicros)} USD`,
      csv: ({ rateMinMicros, rateMaxMicros }) =>
        `${formatPricePerThousand(rateMinMicros)} - ${formatPricePerThousand(rateMaxMicros)}`,
    },
    {
      id: "maximum",
      header: t("rates.maximum"),
      align: "end",
      from: "md",
      cell: ({ maximumMicros, rateMicros }) => (
        <span className="inline-flex items-center gap-2">
          {maximumMicros !== null && maximumMicros < rateMicros && (
            <Badge tone="wait">{t("rates.above")}</Badge>
          )}
          {maximumMicros === null ? (
            t("rates.any")
          ) : (
            <Money micros={maximumMicros * PER} className="text-13" />
          )}
        </span>
      ),
      csv: ({ maximumMicros }) => (maximumMicros === null ? "" : formatPricePerThousand(maximumMicros)),
    },
    {
      id: "actions",
      header: t("rates.actions"),
      align: "end",
      cell: (row) => (
        <Button
          size="small"
          aria-label={t("rates.setOf", { kind: t(`rates.kinds.${row.kind}`) })}
          onPress={() => onSet(row)}
        >
          {t("rates.set")}
        </Button>
      ),
    },
  ];
}

import { formatUsd } from "@sightline/contract/money";
import type { PackagePurchase, PackageState } from "@sightline/contract/packages";
import { Badge, type BadgeTone } from "@sightline/ui/badge";
import { EmptyState } from "@sightline/ui/empty-state";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

const TONES: Record<PackageState, BadgeTone> = {
  waiting: "wait",
  running: "good",
  ended: "neutral",
  replaced: "neutral",
};

export function PurchaseTable({ purchases }: { purchases: PackagePurchase[] }) {
  const { t } = useTranslation("money");
  const columns = useMemo(() => purchaseColumns(t), [t]);
  return (
    <Table
      id="packages"
      label={t("packages.history")}
      columns={columns}
      rows={purchases}
      rowId={(purchase) => purchase.purchaseId}
      empty={<EmptyState title={t("packages.empty")}>{t("packages.emptyBody")}</EmptyState>}
    />
  );
}

function purchaseColumns(t: TFunction<"money">): TableColumn<PackagePurchase>[] {
  return [
    {
      id: "name",
      header: t("packages.name"),
      cell: ({ name, span }) => `${name}, ${t(`packages.spans.${span}`)}`,
      csv: ({ name, span }) => `${name} ${span}`,
    },
    {
      id: "state",
      header: t("packages.state"),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(`packages.states.${state}`)}</Badge>,
      csv: ({ state }) => state,
    },
    time("starts", t("packages.starts"), ({ startsAtMs }) => startsAtMs),
    time("ends", t("packages.ends"), ({ endsAtMs }) => endsAtMs),
    amount("price", t("packages.price"), ({ priceMicros }) => priceMicros),
    { ...amount("credit", t("packages.credit"), ({ creditMicros }) => creditMicros), from: "md" },
  ];
}

function time(
  id: string,
  header: string,
  of: (purchase: PackagePurchase) => number | null,
): TableColumn<PackagePurchase> {
  return {
    id,
    header,
    from: "md",
    cell: (purchase) => {
      const timeMs = of(purchase);
      return timeMs === null ? "–" : <RelativeTime timeMs={timeMs} focusable />;
    },
    csv: (purchase) => new Date(of(purchase) ?? 0).toISOString(),
  };
}

function amount(
  id: string,
  header: string,
  of: (purchase: PackagePurchase) => number,
): TableColumn<PackagePurchase> {
  return {
    id,
    header,
    align: "end",
    cell: (purchase) => <Money micros={of(purchase)} className="text-13" />,
    csv: (purchase) => formatUsd(of(purchase)),
  };
}

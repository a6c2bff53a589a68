import { formatUsd, formatWireUsd } from "@sightline/contract/money";
import type { PackagePlanRow } from "@sightline/contract/packages";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { Money } from "@sightline/ui/money";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

export function planColumns(
  t: TFunction<"staffMoney">,
  onEdit: (plan: PackagePlanRow) => void,
): TableColumn<PackagePlanRow>[] {
  const prices = ({ micros }: PackagePlanRow) =>
    [micros.day, micros.week, micros.month].map(formatWireUsd).join(", ");
  return [
    {
      id: "name",
      header: t("packages.name"),
      cell: ({ name }) => <span className="font-medium">{name}</span>,
      csv: ({ name }) => name,
    },
    count("threads", t("packages.threads"), ({ threads }) => threads),
    {
      id: "prices",
      header: t("packages.prices"),
      align: "end",
      from: "md",
      cell: (plan) => `${prices(plan)} USD`,
      csv: prices,
    },
    {
      id: "state",
      header: t("packages.state"),
      from: "xl",
      cell: ({ offered }) => (
        <Badge tone={offered ? "good" : "neutral"}>
          {t(offered ? "packages.offered" : "packages.withdrawn")}
        </Badge>
      ),
      csv: ({ offered }) => (offered ? "offered" : "withdrawn"),
    },
    count("running", t("packages.running"), ({ running }) => running),
    { ...count("sold", t("packages.sold"), ({ sold }) => sold), from: "xl" },
    amount("income", t("packages.income"), ({ incomeMicros }) => incomeMicros),
    amount("pay", t("packages.pay"), ({ payMicros }) => payMicros),
    amount("result", t("packages.result"), ({ incomeMicros, payMicros }) => incomeMicros - payMicros),
    {
      id: "edit",
      header: t("packages.edit"),
      align: "end",
      cell: (plan) => (
        <Button
          size="small"
          aria-label={t("packages.editOf", { name: plan.name })}
          onPress={() => onEdit(plan)}
        >
          {t("packages.edit")}
        </Button>
      ),
    },
  ];
}

function count(
  id: string,
  header: string,
  of: (plan: PackagePlanRow) => number,
): TableColumn<PackagePlanRow> {
  return { id, header, align: "end", cell: of, csv: of };
}

function amount(
  id: string,
  header: string,
  of: (plan: PackagePlanRow) => number,
): TableColumn<PackagePlanRow> {
  return {
    id,
    header,
    align: "end",
    from: "lg",
    cell: (plan) => <Money micros={of(plan)} className="text-13" />,
    csv: (plan) => formatUsd(of(plan)),
  };
}

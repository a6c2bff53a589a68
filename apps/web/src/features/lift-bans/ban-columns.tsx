import type { BanRow } from "@sightline/contract/bans";
import { LIMITS } from "@sightline/contract/limits";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

export const whoIsBanned = (row: BanRow) => row.email ?? row.subject;
const isRunning = (row: BanRow) => row.lifted === null && row.endsAtMs > Date.now();

export function banColumns(t: TFunction<"bans">, onLift: (row: BanRow) => void): TableColumn<BanRow>[] {
  return [
    {
      id: "who",
      header: t("who"),
      cell: (row) => (
        <span className={`block max-w-60 break-all ${row.email ? "" : "font-mono text-13"}`}>
          {whoIsBanned(row)}
        </span>
      ),
      csv: (row) => row.subject,
    },
    {
      id: "limit",
      header: t("limit"),
      from: "sm",
      cell: (row) => (
        <span title={LIMITS[row.limit].says} className="font-mono text-13">
          {LIMITS[row.limit].code ?? row.limit}
        </span>
      ),
      csv: (row) => row.limit,
    },
    {
      id: "since",
      header: t("since"),
      align: "end",
      from: "md",
      cell: (row) => <RelativeTime timeMs={row.startsAtMs} />,
      csv: (row) => new Date(row.startsAtMs).toISOString(),
    },
    {
      id: "ends",
      header: t("ends"),
      align: "end",
      from: "sm",
      cell: (row) =>
        row.lifted ? (
          t("liftedBy", { who: row.lifted.byEmail ?? "" })
        ) : (
          <RelativeTime timeMs={row.endsAtMs} />
        ),
      csv: (row) => new Date(row.lifted?.atMs ?? row.endsAtMs).toISOString(),
    },
    {
      id: "actions",
      header: t("actions"),
      align: "end",
      cell: (row) =>
        isRunning(row) && (
          <Button
            size="small"
            aria-label={t("liftOf", { who: whoIsBanned(row) })}
            onPress={() => onLift(row)}
          >
            {t("lift")}
          </Button>
        ),
    },
  ];
}

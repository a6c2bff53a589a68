import type { SessionRow } from "@sightline/contract/session";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { deviceName } from "./device-name";

/** The row of this device has no button: logging out is the way to end it. */
export function sessionColumns(
  t: TFunction,
  onEnd: (row: SessionRow) => void,
  endingId: string | null,
): TableColumn<SessionRow>[] {
  const nameOf = (row: SessionRow) => deviceName(row.userAgent) ?? t("sessions.unknownDevice");
  return [
    {
      id: "device",
      header: t("sessions.device"),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2 font-medium" title={row.userAgent ?? undefined}>
          {nameOf(row)}
        </span>
      ),
    },
    {
      id: "address",
      header: t("sessions.address"),
      from: "sm",
      cell: (row) => <span className="font-mono text-13">{row.address ?? t("sessions.unknownAddress")}</span>,
    },
    {
      id: "since",
      header: t("sessions.since"),
      from: "md",
      cell: (row) => <RelativeTime timeMs={row.createdAtMs} />,
    },
    {
      id: "expires",
      header: t("sessions.expires"),
      from: "lg",
      cell: (row) => <RelativeTime timeMs={row.expiresAtMs} />,
    },
    {
      id: "end",
      header: t("sessions.revoke"),
      align: "end",
      cell: (row) =>
        row.current ? (
          <Badge tone="active">{t("sessions.current")}</Badge>
        ) : (
          <Button
            size="small"
            isPending={endingId === row.id}
            aria-label={t("sessions.revokeOf", { device: nameOf(row) })}
            onPress={() => onEnd(row)}
          >
            {t("sessions.revoke")}
          </Button>
        ),
    },
  ];
}

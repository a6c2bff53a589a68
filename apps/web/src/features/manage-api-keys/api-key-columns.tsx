import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { KeyState } from "./key-state";

export function apiKeyColumns(
  t: TFunction<"customer">,
  onRevoke: (row: ApiKeyRow) => void,
): TableColumn<ApiKeyRow>[] {
  return [
    {
      id: "name",
      header: t("keys.name"),
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2 font-medium">
          {row.name}
          {row.test && <Badge tone="wait">{t("keys.test")}</Badge>}
        </span>
      ),
    },
    {
      id: "key",
      header: t("keys.key"),
      from: "sm",
      cell: (row) => <span className="font-mono text-13">{row.prefix}…</span>,
    },
    {
      id: "state",
      header: t("keys.state"),
      cell: (row) => <KeyState row={row} />,
    },
    {
      id: "created",
      header: t("keys.created"),
      from: "lg",
      cell: (row) => <RelativeTime timeMs={row.createdAtMs} />,
    },
    {
      id: "used",
      header: t("keys.lastUsed"),
      from: "md",
      cell: (row) =>
        row.lastUsedAtMs === null ? (
          <span className="text-text-quiet">{t("keys.never")}</span>
        ) : (
          <RelativeTime timeMs={row.lastUsedAtMs} />
        ),
    },
    {
      id: "actions",
      header: t("keys.actions"),
      align: "end",
      cell: (row) =>
        row.revokedAtMs === null && (
          <Button
            size="small"
            aria-label={t("keys.revokeOf", { name: row.name })}
            onPress={() => onRevoke(row)}
          >
            {t("keys.revoke")}
          </Button>
        ),
    },
  ];
}

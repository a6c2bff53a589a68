import type { PasskeyRow } from "@sightline/contract/passkeys";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

export function passkeyColumns(
  t: TFunction<"passkeys">,
  { onRename, onRemove }: { onRename: (row: PasskeyRow) => void; onRemove: (row: PasskeyRow) => void },
): TableColumn<PasskeyRow>[] {
  return [
    { id: "name", header: t("name"), cell: (row) => <span className="font-medium">{row.name}</span> },
    {
      id: "added",
      header: t("added"),
      from: "md",
      cell: (row) => <RelativeTime timeMs={row.createdAtMs} />,
    },
    {
      id: "used",
      header: t("used"),
      from: "sm",
      cell: (row) =>
        row.lastUsedAtMs === null ? (
          <span className="text-text-quiet">{t("never")}</span>
        ) : (
          <RelativeTime timeMs={row.lastUsedAtMs} />
        ),
    },
    {
      id: "actions",
      header: t("actions"),
      align: "end",
      cell: (row) => (
        <span className="flex flex-wrap justify-end gap-2">
          <Button size="small" aria-label={t("renameOf", { name: row.name })} onPress={() => onRename(row)}>
            {t("rename")}
          </Button>
          <Button size="small" aria-label={t("removeOf", { name: row.name })} onPress={() => onRemove(row)}>
            {t("remove")}
          </Button>
        </span>
      ),
    },
  ];
}

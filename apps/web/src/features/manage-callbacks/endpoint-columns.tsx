import type { CallbackEndpoint } from "@sightline/contract/callbacks";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

export interface EndpointActs {
  onSwitchOn: (row: CallbackEndpoint) => void;
  onRemove: (row: CallbackEndpoint) => void;
}

/** `acts`: null for who may only look. */
export function endpointColumns(
  t: TFunction<"callbacks">,
  acts: EndpointActs | null,
): TableColumn<CallbackEndpoint>[] {
  const columns: TableColumn<CallbackEndpoint>[] = [
    {
      id: "host",
      header: t("host"),
      cell: ({ host, port }) => (
        <span className="font-mono text-13">{port === 0 ? host : `${host}:${String(port)}`}</span>
      ),
    },
    {
      id: "state",
      header: t("state"),
      cell: (row) =>
        row.switchedOffAtMs !== null ? (
          <Badge tone="bad">{t("off")}</Badge>
        ) : row.failingSinceMs !== null ? (
          <Badge tone="wait">{t("failing")}</Badge>
        ) : (
          <Badge tone="good">{t("on")}</Badge>
        ),
    },
    { id: "reason", header: t("reason"), from: "md", cell: (row) => row.failure },
    {
      id: "registered",
      header: t("registered"),
      from: "lg",
      cell: (row) => <RelativeTime timeMs={row.registeredAtMs} />,
    },
  ];
  return acts === null ? columns : [...columns, actionColumn(t, acts)];
}

function actionColumn(
  t: TFunction<"callbacks">,
  { onSwitchOn, onRemove }: EndpointActs,
): TableColumn<CallbackEndpoint> {
  return {
    id: "actions",
    header: t("actions"),
    align: "end",
    cell: (row) => (
      <span className="inline-flex gap-2">
        {row.switchedOffAtMs !== null && (
          <Button
            size="small"
            aria-label={t("switchOnOf", { host: row.host })}
            onPress={() => onSwitchOn(row)}
          >
            {t("switchOn")}
          </Button>
        )}
        <Button size="small" aria-label={t("removeOf", { host: row.host })} onPress={() => onRemove(row)}>
          {t("remove")}
        </Button>
      </span>
    ),
  };
}

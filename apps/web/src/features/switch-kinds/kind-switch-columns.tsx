import type { KindMode, KindSwitchRow } from "@sightline/contract/floor";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

const MODES = ["drain", "pause", null] as const satisfies readonly (KindMode | null)[];
const TONES = { drain: "wait", pause: "bad", open: "good" } as const;

export function kindSwitchColumns(
  t: TFunction<["floor", "staff"]>,
  onSwitch: ((row: KindSwitchRow, mode: KindMode | null) => void) | null,
): TableColumn<KindSwitchRow>[] {
  const kindName = ({ kind }: KindSwitchRow) => t(`staff:queue.kinds.${kind}`);
  return [
    { id: "kind", header: t("kind"), cell: kindName },
    {
      id: "state",
      header: t("state"),
      cell: ({ mode }) => <Badge tone={TONES[mode ?? "open"]}>{t(`modes.${mode ?? "open"}`)}</Badge>,
    },
    {
      id: "reason",
      header: t("reason"),
      from: "lg",
      cell: ({ reason }) => <span className="block max-w-72 truncate">{reason}</span>,
    },
    { id: "by", header: t("by"), from: "xl", cell: (row) => row.setByEmail },
    ...(onSwitch
      ? [
          {
            id: "actions",
            header: t("actions"),
            align: "end" as const,
            cell: (row: KindSwitchRow) => (
              <span className="inline-flex gap-2">
                {MODES.filter((mode) => mode !== row.mode).map((mode) => (
                  <Button
                    key={mode ?? "open"}
                    size="small"
                    aria-label={t("act", { act: t(mode ?? "open"), kind: kindName(row) })}
                    onPress={() => onSwitch(row, mode)}
                  >
                    {t(mode ?? "open")}
                  </Button>
                ))}
              </span>
            ),
          },
        ]
      : []),
  ];
}

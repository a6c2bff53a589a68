import type { GoldRow } from "@sightline/contract/gold";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

export function goldColumns(t: TFunction<"gold">, onRetire: (id: number) => void): TableColumn<GoldRow>[] {
  return [
    {
      id: "number",
      header: t("number"),
      cell: (row) => <span className="font-mono">{row.id}</span>,
      csv: (row) => row.id,
    },
    {
      id: "picture",
      header: t("picture"),
      cell: ({ id, pictureUrl }) =>
        pictureUrl ? (
          <img
            src={pictureUrl}
            alt={t("pictureOf", { id })}
            loading="lazy"
            className="h-8 max-w-24 rounded-6 bg-neutral-ground object-contain"
          />
        ) : (
          <span className="text-text-quiet">{t("noPicture")}</span>
        ),
    },
    {
      id: "kind",
      header: t("kind"),
      from: "sm",
      cell: (row) => t(`kinds.${row.kind}`),
      csv: (row) => row.kind,
    },
    {
      id: "answers",
      header: t("answers"),
      cell: (row) => (
        <span className="line-clamp-3 max-w-28 font-mono text-13 break-words @md:max-w-64">
          {row.answers.join(" | ")}
          {row.caseMatters && <span className="font-sans text-text-quiet"> ({t("caseMatters")})</span>}
        </span>
      ),
      csv: (row) => row.answers.join(" | "),
    },
    { id: "asks", header: t("asks"), from: "lg", cell: (row) => row.asks ?? "", csv: (row) => row.asks },
    {
      id: "source",
      header: t("source"),
      from: "lg",
      cell: (row) => t(`sources.${row.source}`),
      csv: (row) => row.source,
    },
    ...(["shown", "right", "wrong"] as const).map(
      (id): TableColumn<GoldRow> => ({
        id,
        header: t(id),
        from: "md",
        align: "end",
        cell: (row) => row[id],
        csv: (row) => row[id],
      }),
    ),
    {
      id: "added",
      header: t("added"),
      from: "xl",
      align: "end",
      cell: (row) => <RelativeTime timeMs={row.addedAtMs} />,
      csv: (row) => new Date(row.addedAtMs).toISOString(),
    },
    {
      id: "actions",
      header: t("actions"),
      align: "end",
      cell: ({ id, state }) =>
        state === "in_use" && (
          <Button size="small" aria-label={t("retireOf", { id })} onPress={() => onRetire(id)}>
            {t("retire")}
          </Button>
        ),
    },
  ];
}

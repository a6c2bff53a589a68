import type { RecognitionRow, RecognitionRule } from "@sightline/contract/recognition";
import { Button } from "@sightline/ui/button";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

/** `onChange`: null for who may only look. */
export function recognitionColumns(
  t: TFunction<"recognition">,
  onChange: ((row: RecognitionRow) => void) | null,
): TableColumn<RecognitionRow>[] {
  const columns: TableColumn<RecognitionRow>[] = [
    {
      id: "kind",
      header: t("kind"),
      cell: ({ kind }) => <span className="font-medium">{t(`kinds.${kind}`)}</span>,
    },
    {
      id: "rule",
      header: t("rule"),
      cell: ({ rule }) =>
        rule === null ? <span className="text-text-quiet">{t("singleRule")}</span> : inWords(rule, t),
    },
    {
      id: "actions",
      header: t("actions"),
      align: "end",
      cell: (row) => (
        <Button
          size="small"
          aria-label={t("changeOf", { kind: t(`kinds.${row.kind}`) })}
          onPress={() => onChange?.(row)}
        >
          {t("change")}
        </Button>
      ),
    },
  ];
  return onChange === null ? columns.slice(0, -1) : columns;
}

function inWords(rule: RecognitionRule, t: TFunction<"recognition">): string {
  const { answersMin: min, answersMax: max } = rule;
  if (rule.mode === "matches") return t("matchesRule", { matches: rule.matchesMin, min, max });
  return t("confidenceRule", { confidence: Number((rule.confidenceMin * 100).toFixed(1)), min, max });
}

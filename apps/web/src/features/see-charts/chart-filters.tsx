import { CHART_SPANS, type ChartSpan } from "@sightline/contract/figures";
import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import { Select } from "@sightline/ui/select";
import { useTranslation } from "react-i18next";
import type { ChartsWanted } from "./queries";

const SPANS = Object.keys(CHART_SPANS) as ChartSpan[];

/** What the charts show stands in the address. */
export function ChartFilters({
  wanted: { span, kind },
  onChange,
}: {
  wanted: ChartsWanted;
  onChange: (wanted: ChartsWanted) => void;
}) {
  const { t } = useTranslation("charts");
  return (
    <div className="flex flex-wrap gap-3">
      <Select
        label={t("span")}
        value={span}
        onChange={(chosen) => onChange({ span: chosen, ...(kind && { kind }) })}
        options={SPANS.map((value) => ({ value, label: t(`spans.${value}`) }))}
      />
      <Select
        label={t("kind")}
        value={kind ?? "all"}
        onChange={(chosen) => onChange({ span, ...(chosen !== "all" && { kind: chosen }) })}
        options={[
          { value: "all" as const, label: t("allKinds") },
          ...TASK_KIND_NAMES.map((value) => ({ value, label: t(`kinds.${value}`) })),
        ]}
      />
    </div>
  );
}

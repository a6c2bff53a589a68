import type { ChartBar, ChartSpan } from "@sightline/contract/figures";
import { formatUsd } from "@sightline/contract/money";
import type { TaskKind } from "@sightline/contract/task-kinds";
import { Chart } from "@sightline/ui/chart";
import { formatDuration } from "@sightline/ui/duration";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { barLabel, seriesByKind, solvedShares } from "./chart-series";

const percent = (share: number) => `${(Math.floor(share * 10) / 10).toString()} %`;
const count = (tasks: number) => tasks.toLocaleString();

/** Spend, volume, speed and success, each with one idea and a table behind it. */
export function ChartGrid({ bars, span }: { bars: ChartBar[]; span: ChartSpan }) {
  const { t } = useTranslation("charts");
  const labels = useMemo(() => bars.map(({ fromMs }) => barLabel(fromMs, span)), [bars, span]);
  const nameOf = (kind: TaskKind | "others") => (kind === "others" ? t("otherKinds") : t(`kinds.${kind}`));
  const shared = { labels, labelHeader: t("from"), empty: t("nothing") };
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Chart
        {...shared}
        title={t("spend")}
        shape="stack"
        format={formatUsd}
        series={seriesByKind(bars, ({ spentMicros }) => spentMicros, nameOf)}
      />
      <Chart
        {...shared}
        title={t("volume")}
        shape="stack"
        format={count}
        series={seriesByKind(bars, ({ answered, unsolved }) => answered + unsolved, nameOf)}
      />
      <Chart
        {...shared}
        title={t("speed")}
        shape="lines"
        format={formatDuration}
        series={[
          { name: t("p50"), values: bars.map(({ solveP50Ms }) => solveP50Ms) },
          { name: t("p95"), values: bars.map(({ solveP95Ms }) => solveP95Ms) },
        ]}
      />
      <Chart
        {...shared}
        title={t("share")}
        shape="lines"
        format={percent}
        max={100}
        series={[{ name: t("success"), values: solvedShares(bars) }]}
      />
    </div>
  );
}

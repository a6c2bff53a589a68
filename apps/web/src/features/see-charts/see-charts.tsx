import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { addText } from "../../lib/text";
import { chartsText } from "../../text/charts";
import { ChartFilters } from "./chart-filters";
import { ChartGrid } from "./chart-grid";
import { type ChartsWanted, chartsQuery } from "./queries";

addText("charts", chartsText);

export interface SeeChartsProps {
  wanted: ChartsWanted;
  onChange: (wanted: ChartsWanted) => void;
}

/** What was sent, spent and solved over time. Loaded after the page's figures. */
export function SeeCharts({ wanted, onChange }: SeeChartsProps) {
  const { t } = useTranslation("charts");
  const { data, error, refetch } = useQuery(chartsQuery(wanted));
  return (
    <Section title={t("title")} action={<ChartFilters wanted={wanted} onChange={onChange} />}>
      {data !== undefined ? (
        data.some(({ kinds }) => kinds.length > 0) ? (
          <ChartGrid bars={data} span={wanted.span} />
        ) : (
          <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>
        )
      ) : error ? (
        <LoadError title={t("failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock lines={6} />
      )}
    </Section>
  );
}

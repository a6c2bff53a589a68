import { REPORT_DECISIONS } from "@sightline/contract/reports";
import { PageShell } from "@sightline/ui/page-shell";
import { Select } from "@sightline/ui/select";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ReportList } from "../../features/browse-reports/report-list";
import { ScoreBands } from "../../features/browse-reports/score-bands";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { reportsText } from "../../text/reports";

addText("reports", reportsText);
const route = getRouteApi("/app/reports");

export function ReportsRoute() {
  const { t } = useTranslation("reports");
  const { decision, before } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = decision === undefined ? {} : { decision };
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      filters={
        <Select
          label={t("decision")}
          value={decision ?? "all"}
          onChange={(chosen) => void navigate({ search: chosen === "all" ? {} : { decision: chosen } })}
          options={[
            { value: "all" as const, label: t("all") },
            ...REPORT_DECISIONS.map((value) => ({ value, label: t(`decisions.${value}`) })),
          ]}
        />
      }
    >
      <ReportList
        wanted={{ ...filter, ...(before && { before }) }}
        onOpen={(task) => void navigate({ to: "/app/tasks", search: { task } })}
        onPage={(next) =>
          void navigate({ search: next === undefined ? filter : { ...filter, before: next } })
        }
      />
      <ScoreBands />
    </PageShell>
  );
}

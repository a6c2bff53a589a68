import { OVER_REPORTING, type ReportsPage } from "@sightline/contract/reports";
import { Notice } from "@sightline/ui/notice";
import { useTranslation } from "react-i18next";

/** The over-reporting rule in words, with how the account stands by it. */
export function ReportRule({ decided }: { decided: ReportsPage["decided"] }) {
  const { t } = useTranslation("reports");
  const { judgedMin, wrongShareMax } = OVER_REPORTING;
  const { judged, wrong } = decided;
  const isOver = judged >= judgedMin && wrong > judged * wrongShareMax;
  return (
    <Notice tone={isOver ? "bad" : "info"}>
      <p>{t(isOver ? "rule.over" : "rule.stands", { judged, wrong })}</p>
      <p className="text-text-quiet">{t("rule.says", { percent: wrongShareMax * 100, judgedMin })}</p>
    </Notice>
  );
}

import type { CustomerTaskRow } from "@sightline/contract/customer";
import { Button } from "@sightline/ui/button";
import { formatDuration } from "@sightline/ui/duration";
import { useNow } from "@sightline/ui/now";
import { Section } from "@sightline/ui/section";
import { useTranslation } from "react-i18next";
import { startBulkReport, useBulkReport } from "./bulk-report";

/** Whether one answer is right: two buttons while the window is open, then what was said. */
export function ReportTask({ task }: { task: CustomerTaskRow }) {
  const { t } = useTranslation("reports");
  const running = useBulkReport();
  const { taskId, reported, reportableUntilMs } = task;
  const leftMs = useNow((nowMs) =>
    Math.max(0, Math.ceil(((reportableUntilMs ?? 0) - nowMs) / 1_000) * 1_000),
  );
  if (reportableUntilMs === null) return null;
  const pending = running !== null && !running.finished;
  return (
    <Section title={t("act.title")}>
      {reported !== null ? (
        <p>{t(`act.done.${reported}`)}</p>
      ) : leftMs === 0 ? (
        <p className="text-text-quiet">{t("act.over")}</p>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <Button isPending={pending} onPress={() => void startBulkReport([taskId], "good")}>
            {t("act.good")}
          </Button>
          <Button isPending={pending} onPress={() => void startBulkReport([taskId], "bad")}>
            {t("act.bad")}
          </Button>
          <span className="text-13 text-text-quiet tabular">
            {t("act.left", { left: formatDuration(leftMs) })}
          </span>
        </div>
      )}
    </Section>
  );
}

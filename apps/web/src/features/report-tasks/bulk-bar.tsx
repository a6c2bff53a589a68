import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { useTranslation } from "react-i18next";
import { dismissBulkReport, startBulkReport, useBulkReport } from "./bulk-report";

export interface BulkBarProps {
  selected: readonly number[];
  onClear: () => void;
}

/** What can be done with the selected tasks, and how far it has come. */
export function BulkBar({ selected, onClear }: BulkBarProps) {
  const { t } = useTranslation("reports");
  const running = useBulkReport();
  const start = (verdict: "good" | "bad") => {
    void startBulkReport(selected, verdict);
    onClear();
  };
  return (
    <>
      {selected.length > 0 && (
        <div className="flex flex-wrap items-center gap-3 rounded-10 border border-line bg-surface px-4 py-2">
          <span className="grow font-medium tabular">{t("act.selected", { count: selected.length })}</span>
          <Button size="small" onPress={() => start("good")}>
            {t("act.good")}
          </Button>
          <Button size="small" onPress={() => start("bad")}>
            {t("act.bad")}
          </Button>
          <Button size="small" tone="quiet" onPress={onClear}>
            {t("act.clear")}
          </Button>
        </div>
      )}
      <div role="status">
        {running && (
          <Notice tone={!running.finished ? "info" : running.recorded === running.total ? "good" : "wait"}>
            <span className="flex flex-wrap items-center gap-3">
              {running.failed
                ? t("act.failed")
                : t(
                    running.finished
                      ? running.says.length > 0
                        ? "act.finishedWith"
                        : "act.finished"
                      : "act.running",
                    {
                      done: running.done,
                      total: running.total,
                      recorded: running.recorded,
                      says: running.says.join(" "),
                    },
                  )}
              {!running.finished && (
                <progress value={running.done} max={running.total} aria-label={t("title")} />
              )}
              {running.finished && (
                <Button size="small" tone="quiet" onPress={dismissBulkReport}>
                  {t("act.dismiss")}
                </Button>
              )}
            </span>
          </Notice>
        )}
      </div>
    </>
  );
}

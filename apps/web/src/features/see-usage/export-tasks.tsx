import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { useTranslation } from "react-i18next";
import { type ExportState, runExport, stopExport, useExportRun } from "./export-run";

export interface ExportTasksProps {
  fromMs: number;
  /** How many tasks the figures know of in this time, to say how far the file is. */
  about: number;
}

/** All tasks of the time as a file, with its progress; it goes on when the page is left. */
export function ExportTasks({ fromMs, about }: ExportTasksProps) {
  const { t } = useTranslation("usage");
  const state = useExportRun();
  const start = () => {
    const toMs = Math.ceil(Date.now() / 60_000) * 60_000;
    void runExport(`/tasks.csv?from=${fromMs}&to=${toMs}`, saveTasks);
  };
  return (
    <Section title={t("exportTitle")} lead={t("exportLead")} raised>
      <div role="status" className="flex flex-col items-start gap-3">
        <Outcome state={state} about={about} />
      </div>
      {state.step === "running" ? (
        <Button className="self-start" onPress={stopExport}>
          {t("stop")}
        </Button>
      ) : (
        <Button className="self-start" onPress={start}>
          {t("start")}
        </Button>
      )}
    </Section>
  );
}

function Outcome({ state, about }: { state: ExportState; about: number }) {
  const { t } = useTranslation("usage");
  switch (state.step) {
    case "idle":
      return null;
    case "running":
      return (
        <>
          <progress
            aria-label={t("progress")}
            max={Math.max(about, state.tasks, 1)}
            value={state.tasks}
            className="h-2 w-full max-w-md accent-accent"
          />
          <p className="tabular">
            {about > 0
              ? t("runningOf", { count: state.tasks, all: about })
              : t("running", { count: state.tasks })}
          </p>
        </>
      );
    case "done":
      return <Notice tone="good">{t("done", { count: state.tasks })}</Notice>;
    case "stopped":
      return <Notice tone="info">{t("stopped")}</Notice>;
    case "failed":
      return <Notice tone="bad">{t("exportFailed")}</Notice>;
  }
}

function saveTasks(file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = "tasks.csv";
  link.click();
  URL.revokeObjectURL(address);
}

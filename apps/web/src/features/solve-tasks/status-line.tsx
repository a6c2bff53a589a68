import type { WorkProgress } from "@sightline/contract/progress";
import { Money } from "@sightline/ui/money";
import { CircleCheck, CircleDashed, CirclePause, Unplug } from "lucide-react";
import { useTranslation } from "react-i18next";
import { taskOnScreen, type WorkSession } from "./work-session";

export interface StatusLineProps {
  session: WorkSession;
  /** Null while it is not known, and where nobody is paid. */
  progress: WorkProgress | null;
}

/** The quiet line at the bottom: what was earned, how much waits, whether the server is there. */
export function StatusLine({ session, progress }: StatusLineProps) {
  const { t } = useTranslation("work");
  const { figures } = session;
  return (
    <footer className="flex min-h-12 flex-wrap items-center gap-x-5 gap-y-1 border-t border-line px-4 py-2 text-13 text-text-quiet sm:min-h-10">
      <dl className="contents">
        <Figure name={t("line.today")} micros={figures?.todayMicros} />
        <Figure name={t("line.pending")} micros={figures?.pendingMicros} />
        {progress !== null && (
          <Figure name={t("beside.perHour")} micros={progress.perActiveHourMicros ?? undefined} />
        )}
      </dl>
      {figures !== null && (
        <>
          <span className="tabular">{t("line.answered", { count: figures.answeredToday })}</span>
          <span className="tabular">{t("line.queue", { count: figures.queued })}</span>
        </>
      )}
      <Standing session={session} progress={progress} />
      <Connection session={session} />
    </footer>
  );
}

/** How far the worker has come in the kind that is on the screen. */
function Standing({ session, progress }: StatusLineProps) {
  const { t } = useTranslation("work");
  const task = taskOnScreen(session);
  const standing = task === null ? undefined : progress?.kinds[task.kind];
  if (standing === undefined) return null;
  const { stage, level } = standing;
  return (
    <span className="tabular">
      {stage === "full" ? t("beside.level", { level }) : t(`beside.stage.${stage}`)}
    </span>
  );
}

function Figure({ name, micros }: { name: string; micros: number | undefined }) {
  return (
    <div className="flex gap-1.5">
      <dt>{name}</dt>
      <dd className="text-text">{micros === undefined ? "–" : <Money micros={micros} />}</dd>
    </div>
  );
}

const ICONS = { live: CircleCheck, opening: CircleDashed, cut: Unplug, paused: CirclePause };

function Connection({ session: { stage, link, waiting } }: { session: WorkSession }) {
  const { t } = useTranslation("work");
  const Icon = stage === "working" ? ICONS[link] : ICONS.paused;
  const cut = stage === "working" && link === "cut";
  const text =
    stage !== "working"
      ? t(`line.${stage}`)
      : link === "cut"
        ? t("line.cut", { count: waiting })
        : link === "live" && waiting > 0
          ? t("line.sending", { count: waiting })
          : t(`line.${link}`);
  return (
    <span className={`ms-auto flex items-center gap-1.5 ${cut ? "font-medium text-wait" : ""}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {/* Sending takes moments and is not worth interrupting anybody for. */}
      <span {...(cut && { role: "status" })}>{text}</span>
    </span>
  );
}

import type { Assignment, WorkEvent } from "@sightline/contract/work";
import { Check, GraduationCap, X } from "lucide-react";
import { useTranslation } from "react-i18next";

import { isolated } from "./text-direction";

export type Lesson = Extract<WorkEvent, { type: "lesson" }>;

/** For who is in training or exam: that this task is one, and what came of the one before, with the reason of a miss. */
export function LessonLine({ task, lesson }: { task: Assignment | null; lesson: Lesson | null }) {
  const { t } = useTranslation("work");
  const now = task?.lesson;
  if (now === undefined && lesson === null) return null;
  return (
    <section
      aria-label={t("lesson.name")}
      className="flex flex-col gap-1 rounded-10 border border-line bg-surface px-4 py-2.5 text-14"
    >
      {now !== undefined && (
        <p className="flex items-center gap-2 font-medium">
          <GraduationCap aria-hidden className="size-4 shrink-0" />
          {t(`lesson.${now}`)}
        </p>
      )}
      <div role="status">{lesson !== null && <Told lesson={lesson} />}</div>
    </section>
  );
}

function Told({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation("work");
  const { outcome, given, accepted, stage, next, judged, right } = lesson;
  const isRight = outcome === "right";
  const Icon = isRight ? Check : X;
  const words = { given: isolated(given ?? ""), accepted: accepted.map(isolated).join(t("lesson.or")) };
  return (
    <>
      <p className="flex items-center gap-2">
        <Icon aria-hidden className={`size-4 shrink-0 ${isRight ? "text-good" : "text-wait"}`} />
        <span className="min-w-0 break-words">{t(`lesson.outcome.${outcome}`, words)}</span>
      </p>
      <p className="text-text-quiet">
        {next === stage
          ? t("lesson.soFar", { judged, right })
          : t(`lesson.after.${next === "full" ? "probation" : next}`, { judged, right })}
      </p>
    </>
  );
}

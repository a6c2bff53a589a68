import { ButtonLink } from "@sightline/ui/text-link";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ExpectedWait } from "./expected-wait";
import { WorkButton } from "./work-button";
import type { WorkSession } from "./work-session";

const WORDS = {
  opening: ["waiting.openingTitle", "waiting.openingText"],
  idle: ["waiting.idleTitle", "waiting.idleText"],
  cut: ["waiting.cutTitle", "waiting.cutText"],
  paused: ["waiting.pausedTitle", "waiting.pausedText"],
  elsewhere: ["waiting.elsewhereTitle", "waiting.elsewhereText"],
  logged_out: ["waiting.loggedOutTitle", "waiting.loggedOutText"],
} as const;

export interface EmptyDeskProps {
  session: WorkSession;
  onWorkHere: () => void;
  logInHref: string;
  /** What stands under the words while nothing is to be done. */
  children?: ReactNode;
}

/** Says why there is no picture and what happens next. */
export function EmptyDesk({
  session: { stage, link, figures },
  onWorkHere,
  logInHref,
  children,
}: EmptyDeskProps) {
  const { t } = useTranslation("work");
  const [title, text] = WORDS[stage !== "working" ? stage : link === "live" ? "idle" : link];
  return (
    <div className="flex size-full flex-col items-center justify-center-safe gap-1 overflow-y-auto px-6 text-center">
      <div role="status">
        <p className="text-16 font-semibold">{t(title)}</p>
        <p className="max-w-text text-text-quiet">{t(text)}</p>
      </div>
      {stage === "working" && link === "live" && (
        <>
          {figures?.expectedWaitMs !== undefined && <ExpectedWait ms={figures.expectedWaitMs} />}
          {children}
        </>
      )}
      {stage === "elsewhere" && (
        <WorkButton className="mt-3" tone="primary" name={t("waiting.workHere")} onPress={onWorkHere} />
      )}
      {stage === "logged_out" && (
        <ButtonLink className="mt-3" tone="primary" href={logInHref}>
          {t("waiting.logIn")}
        </ButtonLink>
      )}
    </div>
  );
}

import { useTranslation } from "react-i18next";
import type { Command, CommandKeys } from "./command-keys";
import { WorkButton } from "./work-button";
import type { WorkSession } from "./work-session";

export interface ActButtonsProps {
  stage: WorkSession["stage"];
  hasTask: boolean;
  keys: CommandKeys;
  run: (command: Command) => void;
}

/** The three ways to leave a picture without an answer, apart from each other by what they cause, and the pause. */
export function ActButtons({ stage, hasTask, keys, run }: ActButtonsProps) {
  const { t } = useTranslation("work");
  const resting = stage === "paused";
  return (
    <div className="grid w-full grid-cols-2 gap-2 sm:flex">
      <WorkButton
        name={t("acts.pass")}
        effect={t("acts.passEffect")}
        chord={keys.pass}
        disabled={!hasTask}
        onPress={() => run("pass")}
      />
      <WorkButton
        name={t("acts.unreadable")}
        effect={t("acts.unreadableEffect")}
        effectEdge="end"
        chord={keys.unreadable}
        disabled={!hasTask}
        onPress={() => run("unreadable")}
      />
      <WorkButton
        name={t("acts.report")}
        effect={t("acts.reportEffect")}
        chord={keys.report_content}
        disabled={!hasTask}
        onPress={() => run("report_content")}
        className="sm:ms-auto"
      />
      <WorkButton
        name={t(resting ? "acts.resume" : "acts.pause")}
        effect={t(resting ? "acts.resumeEffect" : "acts.pauseEffect")}
        effectEdge="end"
        chord={keys.pause}
        tone={resting ? "primary" : "plain"}
        disabled={stage === "elsewhere" || stage === "logged_out"}
        onPress={() => run("pause")}
      />
    </div>
  );
}

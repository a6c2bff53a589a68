import { useTranslation } from "react-i18next";
import type { CommandKeys } from "../command-keys";
import { WorkButton } from "../work-button";
import type { SketchDesk } from "./sketch-region";

/** Stands where the answer is typed otherwise: take a mark back, say that nothing matches, send. */
export function SketchBar({ desk, keys }: { desk: SketchDesk; keys: CommandKeys }) {
  const { t } = useTranslation("work");
  const { sketch, task } = desk;
  const more = sketch.shape === "angles" && sketch.at < sketch.turns.length - 1;
  return (
    <div className="flex min-h-14 w-full flex-wrap items-center gap-2">
      <WorkButton name={t("acts.undo")} chord={keys.undo} onPress={desk.undo} />
      {sketch.shape === "areas" && (
        <WorkButton
          name={t("acts.close")}
          chord="C"
          disabled={sketch.open.length < 3}
          onPress={() => desk.mark({ mark: "close" })}
        />
      )}
      {task.hints.canNoAnswer && (
        <WorkButton name={t("acts.noMatch")} chord={keys.no_match} onPress={desk.noMatch} />
      )}
      <WorkButton
        name={t(more ? "rotate.next" : "field.send")}
        chord="Enter"
        tone="primary"
        className="ms-auto min-w-0 max-sm:grow sm:min-w-24"
        onPress={() => desk.send(performance.now())}
      />
    </div>
  );
}

import { WIDGET_ACTS } from "@sightline/contract/widget-acts";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Command, CommandKeys } from "../command-keys";
import { HintChips } from "../hint-chips";
import { WorkButton } from "../work-button";
import type { ChallengeView } from "./use-challenge-frame";

export interface ChallengeBarProps {
  view: ChallengeView;
  keys: CommandKeys;
  run: (command: Command) => void;
}

/** Stands where the answer is typed otherwise: the site it is for, and what to do when the widget shows an error. */
export function ChallengeBar({ view, keys, run }: ChallengeBarProps) {
  const { t } = useTranslation("work");
  const { task, noticed } = view;
  const acts = Object.values(WIDGET_ACTS).filter((act) => act !== "value_expired" || hasOneTimeValue(task));
  return (
    <>
      <HintChips
        chips={[]}
        note={undefined}
        status={t("challenge.site", { host: hostOf(task.hints.challenge?.pageUrl) })}
        payMicros={task.payMicros}
      />
      <div className="grid min-h-14 w-full grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
        {noticed !== null && (
          <p role="status" className="col-span-2 flex w-full items-center gap-2 text-14 text-wait">
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {t(`challenge.noticed.${noticed}`)}
          </p>
        )}
        <WorkButton
          name={t("challenge.openAgain")}
          chord={keys.open_again}
          onPress={() => run("open_again")}
        />
        {acts.map((act) => (
          <WorkButton
            key={act}
            name={t(`challenge.act.${act}`)}
            effect={t(`challenge.effect.${act}`)}
            chord={keys[act]}
            {...(noticed !== null && WIDGET_ACTS[noticed] === act && { tone: "primary" })}
            onPress={() => run(act)}
          />
        ))}
      </div>
    </>
  );
}

function hasOneTimeValue({ hints }: ChallengeView["task"]): boolean {
  return hints.challenge?.data !== undefined || hints.challenge?.dataFields !== undefined;
}

function hostOf(pageUrl: string | undefined): string {
  return pageUrl !== undefined && URL.canParse(pageUrl) ? new URL(pageUrl).host : "";
}

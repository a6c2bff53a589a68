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
  return (
    <>
      <HintChips
        chips={[]}
        note={undefined}
        status={t("challenge.site", { host: hostOf(task.hints.challenge?.pageUrl) })}
        payMicros={task.payMicros}
      />
      <div className="flex min-h-14 w-full flex-wrap items-center gap-2">
        {noticed !== null && (
          <p role="status" className="flex w-full items-center gap-2 text-14 text-wait">
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {t(`challenge.noticed.${noticed}`)}
          </p>
        )}
        <WorkButton
          name={t("challenge.openAgain")}
          chord={keys.open_again}
          onPress={() => run("open_again")}
        />
        <WorkButton
          name={t("challenge.keyRefused")}
          effect={t("challenge.keyRefusedEffect")}
          chord={keys.key_refused}
          onPress={() => run("key_refused")}
        />
        {hasOneTimeValue(task) && (
          <WorkButton
            name={t("challenge.valueExpired")}
            effect={t("challenge.valueExpiredEffect")}
            chord={keys.value_expired}
            onPress={() => run("value_expired")}
          />
        )}
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

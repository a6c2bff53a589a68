import type { Assignment } from "@sightline/contract/work";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { leaseKey } from "../lease-key";
import { usePainted } from "../use-painted";
import type { ChallengeView } from "./use-challenge-frame";

export interface ChallengeLayerProps {
  task: Assignment;
  onScreen: boolean;
  view: ChallengeView | null;
  focus: RefObject<HTMLElement | null>;
}

/**
 * A site's own widget, in a frame of another origin. The sandbox lets the widget work as it does on the site and
 * keeps it from leading this page elsewhere. One that is ahead is not opened: opening starts the vendor's clock.
 */
export function ChallengeLayer({ task, onScreen, view, focus }: ChallengeLayerProps) {
  const { t } = useTranslation("work");
  usePainted(leaseKey(task), onScreen, focus);
  if (!onScreen || view === null) return null;
  const { frame, stage, noticed } = view;
  const quiet = task.kind === "recaptcha_v3";
  return (
    <div className="absolute inset-0 flex flex-col">
      {frame !== null && (
        <iframe
          ref={view.element}
          key={frame.url}
          src={frame.url}
          title={t("challenge.frame")}
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
          referrerPolicy="strict-origin"
          className={quiet ? "absolute size-px opacity-0" : "size-full border-0"}
        />
      )}
      {(stage !== "ready" || (quiet && noticed === null)) && (
        <p
          role="status"
          className="pointer-events-none absolute inset-x-0 bottom-4 m-auto max-w-text px-4 text-center text-text-quiet"
        >
          {t(quiet && stage === "ready" ? "challenge.quiet" : `challenge.stage.${stage}`)}
        </p>
      )}
    </div>
  );
}

import { Notice } from "@sightline/ui/notice";
import { useNow } from "@sightline/ui/now";
import { TextLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import type { PlayState } from "./use-play";

/** How far the task is; each step is read out. */
export function PlayOutcome({ state }: { state: PlayState }) {
  return <div role="status">{state.step !== "idle" && <Outcome state={state} />}</div>;
}

function Outcome({ state }: { state: Exclude<PlayState, { step: "idle" }> }) {
  const { t } = useTranslation("playground");
  const sinceMs = state.step === "waiting" ? state.sinceMs : 0;
  const seconds = useNow((nowMs) => Math.max(0, Math.floor((nowMs - sinceMs) / 1_000)));
  switch (state.step) {
    case "sending":
      return <Notice tone="info">{t("sending")}</Notice>;
    case "waiting":
      return <Notice tone="info">{t("waiting", { id: state.taskId, seconds })}</Notice>;
    case "refused":
      return (
        <Notice tone="bad">
          <p className="font-medium">{t("refused", { code: state.code })}</p>
          <p>{state.words}</p>
        </Notice>
      );
    case "failed":
      return <Notice tone="bad">{t(state.why)}</Notice>;
    case "answered":
      return (
        <Notice tone="good">
          <p>{t("answered", { seconds: (state.tookMs / 1_000).toFixed(1) })}</p>
          <p className="font-mono text-20 break-words">{state.answer}</p>
          <TextLink href={`/app/tasks?task=${state.taskId}`}>{t("openTask")}</TextLink>
        </Notice>
      );
  }
}

import type { CaseView } from "@sightline/contract/moderation";
import { PICTURE_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { Button } from "@sightline/ui/button";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const isPicture = (kind: TaskKind) => (PICTURE_KINDS as readonly TaskKind[]).includes(kind);

/** What the task of a case consists of: its picture or sound, for as long as that is kept; other kinds have their words only. */
export function CaseMaterial({ task, blurs }: { task: NonNullable<CaseView["task"]>; blurs: boolean }) {
  const { t } = useTranslation("moderation");
  const [failed, setFailed] = useState(false);
  const { kind, fileUrl } = task;
  if (kind !== "audio" && !isPicture(kind)) return null;
  if (fileUrl === null || failed)
    return <p className="text-text-quiet">{t(kind === "audio" ? "soundGone" : "pictureGone")}</p>;
  if (kind === "audio")
    return (
      // biome-ignore lint/a11y/useMediaCaption: what is said in it is what the moderator is asked.
      <audio
        controls
        src={fileUrl}
        aria-label={t("sound")}
        onError={() => setFailed(true)}
        className="w-full"
      />
    );
  return <CasePicture url={fileUrl} blurs={blurs} onGone={() => setFailed(true)} />;
}

/** What was flagged stays blurred until it is asked for. */
function CasePicture({ url, blurs, onGone }: { url: string; blurs: boolean; onGone: () => void }) {
  const { t } = useTranslation("moderation");
  const [blurred, setBlurred] = useState(blurs);
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex w-full justify-center overflow-hidden rounded-10 bg-neutral-ground p-4">
        <img
          src={url}
          alt={t("picture")}
          onError={onGone}
          className={`max-h-96 min-h-16 max-w-full object-contain ${blurred ? "blur-2xl" : ""}`}
        />
      </div>
      {blurs && (
        <Button onPress={() => setBlurred(!blurred)} aria-pressed={!blurred}>
          {t(blurred ? "show" : "hide")}
        </Button>
      )}
    </div>
  );
}

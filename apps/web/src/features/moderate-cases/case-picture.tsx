import { Button } from "@sightline/ui/button";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** The picture of a case; what was flagged stays blurred until it is asked for. */
export function CasePicture({ url, blurs }: { url: string | null; blurs: boolean }) {
  const { t } = useTranslation("moderation");
  const [blurred, setBlurred] = useState(blurs);
  const [failed, setFailed] = useState(false);
  if (url === null || failed) return <p className="text-text-quiet">{t("pictureGone")}</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex w-full justify-center overflow-hidden rounded-10 bg-neutral-ground p-4">
        <img
          src={url}
          alt={t("picture")}
          onError={() => setFailed(true)}
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

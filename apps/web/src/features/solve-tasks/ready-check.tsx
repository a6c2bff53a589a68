import { useTranslation } from "react-i18next";
import { WorkButton } from "./work-button";

/** Asks whether somebody is there, so that waiting counts as active time. */
export function ReadyCheck({ onReady }: { onReady: () => void }) {
  const { t } = useTranslation("work");
  return (
    <div role="status" className="mt-3 flex flex-col items-center gap-2">
      <p className="max-w-text text-text-quiet">{t("ready.text")}</p>
      <WorkButton tone="primary" name={t("ready.button")} chord="F8" onPress={onReady} />
    </div>
  );
}

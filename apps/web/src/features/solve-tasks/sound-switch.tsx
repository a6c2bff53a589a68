import { isBoolean, usePersistedState } from "@sightline/ui/persisted-state";
import { Bell, BellOff } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { playArrivalCue } from "./play-arrival-cue";
import { WorkButton } from "./work-button";

/** Off unless switched on: one short tone when a picture ends the waiting, never for one that follows another. */
export function SoundSwitch({ waiting }: { waiting: boolean }) {
  const { t } = useTranslation("work");
  const [on, setOn] = usePersistedState("sightline.arrival-sound", false, isBoolean);
  const waited = useRef(false);
  useEffect(() => {
    if (waited.current && !waiting && on) playArrivalCue();
    waited.current = waiting;
  }, [waiting, on]);

  const Icon = on ? Bell : BellOff;
  return (
    <WorkButton
      name={t("tools.sound")}
      tone="quiet"
      size="icon"
      pressed={on}
      onPress={() => {
        setOn(!on);
        if (!on) playArrivalCue();
      }}
    >
      <Icon aria-hidden className="size-4" />
    </WorkButton>
  );
}

import type { Assignment } from "@sightline/contract/work";
import { usePersistedState } from "@sightline/ui/persisted-state";
import { type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CommandKeys } from "../command-keys";
import { leaseKey } from "../lease-key";
import { usePainted } from "../use-painted";
import { WorkButton } from "../work-button";
import { nextSpeed, runSound, SOUND_ON_SCREEN, SPEEDS } from "./run-sound";
import { formatSoundTime, useSoundState } from "./use-sound-state";

export interface SoundLayerProps {
  task: Assignment;
  onScreen: boolean;
  keys: CommandKeys;
  focus: RefObject<HTMLElement | null>;
}

const isSpeed = (stored: unknown): stored is number => SPEEDS.some((speed) => speed === stored);

/** A sound to be typed: play, from the start, speed. The one that is ahead is loaded and stays silent. */
export function SoundLayer({ task, onScreen, keys, focus }: SoundLayerProps) {
  const { t } = useTranslation("work");
  const sound = useRef<HTMLAudioElement>(null);
  const state = useSoundState(sound);
  const [speed, setSpeed] = usePersistedState("sightline.sound-speed", 1, isSpeed);
  usePainted(leaseKey(task), onScreen, focus);
  useEffect(() => {
    if (sound.current !== null) sound.current.playbackRate = speed;
  }, [speed]);
  const url = task.files.find(({ role }) => role === "sound")?.url;

  return (
    <div
      {...(onScreen ? { role: "group", "aria-label": t("sound.name") } : { "aria-hidden": true })}
      className={`absolute inset-0 flex flex-col items-center justify-center gap-4 px-4 ${onScreen ? "" : "invisible"}`}
    >
      <audio
        ref={sound}
        src={url}
        preload="auto"
        {...(onScreen && { [SOUND_ON_SCREEN]: "" })}
        onRateChange={(event) => setSpeed(event.currentTarget.playbackRate)}
      />
      <div className="flex w-full max-w-md items-center gap-3">
        <input
          type="range"
          aria-label={t("sound.positionName")}
          aria-valuetext={t("sound.position", {
            at: formatSoundTime(state.atS),
            length: formatSoundTime(state.lengthS),
          })}
          min={0}
          max={state.lengthS || 1}
          step="any"
          value={state.atS}
          onChange={(event) => {
            if (sound.current !== null) sound.current.currentTime = event.target.valueAsNumber;
          }}
          className="h-11 min-w-0 grow accent-accent"
        />
        <span className="w-24 text-end font-mono text-13 tabular text-text-quiet">
          {`${formatSoundTime(state.atS)} / ${formatSoundTime(state.lengthS)}`}
        </span>
      </div>
      <div className="flex flex-wrap items-center justify-center gap-2">
        <WorkButton
          name={t(state.playing ? "sound.pause" : "sound.play")}
          chord={keys.play}
          tone="primary"
          className="min-w-36"
          onPress={() => runSound("play")}
        />
        <WorkButton name={t("sound.replay")} chord={keys.replay} onPress={() => runSound("replay")} />
        <WorkButton
          name={t("sound.slower")}
          chord={keys.slower}
          disabled={nextSpeed(speed, "slower") === speed}
          onPress={() => runSound("slower")}
        />
        <span className="w-24 text-center font-mono text-13 tabular" aria-live="polite">
          {t("sound.speed", { factor: speed })}
        </span>
        <WorkButton
          name={t("sound.faster")}
          chord={keys.faster}
          disabled={nextSpeed(speed, "faster") === speed}
          onPress={() => runSound("faster")}
        />
      </div>
      {onScreen && state.broken && (
        <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-neutral-ground">
          <p role="alert">{t("sound.broken")}</p>
          <WorkButton name={t("sound.again")} onPress={() => sound.current?.load()} />
        </div>
      )}
    </div>
  );
}

import { type RefObject, useEffect, useState } from "react";

export interface SoundState {
  playing: boolean;
  /** Where it is and how long it is, in seconds; 0 while that is not known. */
  atS: number;
  lengthS: number;
  broken: boolean;
}

const EVENTS = [
  "play",
  "pause",
  "ended",
  "timeupdate",
  "seeked",
  "loadedmetadata",
  "error",
  "emptied",
] as const;

/** What a sound is doing, by its own events. */
export function useSoundState(sound: RefObject<HTMLAudioElement | null>): SoundState {
  const [state, setState] = useState<SoundState>({ playing: false, atS: 0, lengthS: 0, broken: false });
  useEffect(() => {
    const element = sound.current;
    if (element === null) return;
    const read = () => setState(stateOf(element));
    read();
    for (const event of EVENTS) element.addEventListener(event, read);
    return () => {
      for (const event of EVENTS) element.removeEventListener(event, read);
    };
  }, [sound]);
  return state;
}

function stateOf({ paused, ended, currentTime, duration, error }: HTMLAudioElement): SoundState {
  return {
    playing: !paused && !ended,
    atS: currentTime,
    lengthS: Number.isFinite(duration) ? duration : 0,
    broken: error !== null,
  };
}

/** Seconds as `0:07`. */
export function formatSoundTime(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

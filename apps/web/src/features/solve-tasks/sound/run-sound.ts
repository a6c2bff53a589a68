/** What the keys do to the sound on the screen. */
export type SoundCommand = "play" | "replay" | "slower" | "faster";

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** The attribute that names the sound on the screen, of which there is one at most. */
export const SOUND_ON_SCREEN = "data-task-sound";

/** Carries out a command on the sound on the screen; does nothing while there is none. */
export function runSound(command: SoundCommand) {
  const sound = document.querySelector<HTMLAudioElement>(`audio[${SOUND_ON_SCREEN}]`);
  if (sound === null) return;
  switch (command) {
    case "play":
      return sound.paused ? start(sound) : sound.pause();
    case "replay":
      sound.currentTime = 0;
      return start(sound);
    case "slower":
    case "faster":
      sound.playbackRate = nextSpeed(sound.playbackRate, command);
  }
}

/** The next speed in the list, or the same at its end. */
export function nextSpeed(speed: number, way: "slower" | "faster"): number {
  const faster = SPEEDS.find((each) => each > speed);
  const slower = SPEEDS.findLast((each) => each < speed);
  return (way === "faster" ? faster : slower) ?? speed;
}

function start(sound: HTMLAudioElement) {
  // A sound that cannot play says so by its error event.
  sound.play().catch(() => undefined);
}

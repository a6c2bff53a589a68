const TONE_HZ = 660;
const SECONDS = 0.16;
const LOUDNESS = 0.08;

let audio: AudioContext | null = null;

/** One soft tone. A browser that allows no sound before the first press stays silent until then. */
export function playArrivalCue() {
  audio ??= new AudioContext();
  void audio.resume();
  const startsAt = audio.currentTime;
  const tone = new OscillatorNode(audio, { frequency: TONE_HZ });
  const loudness = new GainNode(audio, { gain: 0 });
  // A tone that starts or stops at full loudness would click.
  loudness.gain.linearRampToValueAtTime(LOUDNESS, startsAt + SECONDS / 8);
  loudness.gain.linearRampToValueAtTime(0, startsAt + SECONDS);
  tone.connect(loudness).connect(audio.destination);
  tone.start(startsAt);
  tone.stop(startsAt + SECONDS);
}

/**
 * The server's time on this machine. Every message that carries `serverNowMs` is a sample: it left the server
 * before it arrived here, so each sample says "at least this much", and the largest of the last few is the least
 * delayed. The local clock should be one that never goes back; when it stood still (a laptop asleep), the next
 * sample is larger and counts at once.
 */
export interface ServerClock {
  /** Takes one `serverNowMs`, at its arrival. */
  learn(serverNowMs: number): void;
  /** A time of the server as one of this machine's clock, in ms. */
  toLocalMs(serverMs: number): number;
}

const SAMPLES_MAX = 8;

export function createServerClock(localNowMs: () => number): ServerClock {
  const offsets: number[] = [];
  return {
    learn(serverNowMs) {
      offsets.push(serverNowMs - localNowMs());
      if (offsets.length > SAMPLES_MAX) offsets.shift();
    },
    toLocalMs(serverMs) {
      return serverMs - (offsets.length === 0 ? 0 : Math.max(...offsets));
    },
  };
}

/** The second origin, where vendors' widgets run and nothing of ours is. */
export interface ChallengeHost {
  /** How browsers reach it, such as `https://challenges.example.org`. */
  url: string;
  /**
   * The demo's two origins are two ports of this machine, and browsers share cookies among ports. So its frames are
   * opened under that one of `localhost` and `127.0.0.1` by which the app was not.
   */
  swapLoopback: boolean;
  /** Stands in for all vendors, in tests and the demo. Null: the vendors themselves. */
  standInUrl: string | null;
}

const OTHER_LOOPBACK: Record<string, string> = { localhost: "127.0.0.1", "127.0.0.1": "localhost" };

/** The challenge host's origin for a page of the app at `appOrigin`. */
export function challengeOrigin({ url, swapLoopback }: ChallengeHost, appOrigin: string): string {
  const challenge = new URL(url);
  const other = OTHER_LOOPBACK[new URL(appOrigin).hostname];
  if (swapLoopback && other !== undefined) challenge.hostname = other;
  return challenge.origin;
}

/** Every origin that a frame of the app may show. */
export function challengeOrigins(host: ChallengeHost): string[] {
  const own = new URL(host.url).origin;
  if (!host.swapLoopback) return [own];
  return Object.keys(OTHER_LOOPBACK).map((name) => challengeOrigin(host, `http://${name}`));
}

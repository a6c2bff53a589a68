export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  /** How the stand-ins are reached. */
  origin: string;
  body: string;
}

export interface Reply {
  status?: number;
  mediaType: "text/html" | "text/javascript" | "application/json" | "text/plain";
  body: string;
}

export const script = (body: string): Reply => ({ mediaType: "text/javascript", body });
export const json = (value: unknown): Reply => ({
  mediaType: "application/json",
  body: JSON.stringify(value),
});

/** A vendor that cannot serve its script. */
export const AWAY: Reply = { status: 503, mediaType: "text/plain", body: "away" };

/** A value inside a script: no tag in it can end the script. */
export function literal(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}

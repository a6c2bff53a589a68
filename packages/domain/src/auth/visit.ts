/**
 * What a request says about its sender: the client's address (after trusted proxies), its browser, and the Cookie
 * header as it came.
 */
export interface Visit {
  readonly address: string;
  readonly userAgent: string | null;
  readonly cookie: string | null;
}

const ADDRESS_HEADER = "x-sightline-address";

/** Where the authentication library reads the client's address: a header that no client can set. */
export const ADDRESS_HEADERS = [ADDRESS_HEADER];

/** The headers the authentication library sees. They are made anew, so nothing else that was sent can reach it. */
export function libraryHeaders(visit: Visit): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: visit.address });
  if (visit.userAgent !== null) headers.set("user-agent", visit.userAgent.slice(0, 300));
  if (visit.cookie !== null) headers.set("cookie", visit.cookie);
  return headers;
}

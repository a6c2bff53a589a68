import type { AppRouter } from "@sightline/api/trpc/app-router";
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { EventSource, type FetchLike } from "eventsource";

const CALL_MS_MAX = 10_000;

/**
 * One worker's way to the server: the procedures that the browser calls, with the cookies that a browser would keep.
 * Nothing here knows what the cookies mean.
 */
export class CrowdSession {
  readonly #cookies = new Map<string, string>();
  readonly client;

  constructor(private readonly url: string) {
    const address = `${url}/trpc`;
    this.client = createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ type }) => type === "subscription",
          true: httpSubscriptionLink({
            url: address,
            EventSource,
            eventSourceOptions: () => ({ fetch: this.#streamFetch }),
          }),
          false: httpLink({
            url: address,
            fetch: (target: unknown, init) => this.#call(target as string | URL, init as RequestInit),
          }),
        }),
      ],
    });
  }

  /** Throws when the server refuses the log-in or is away. */
  async logIn(email: string, password: string): Promise<void> {
    this.#cookies.clear();
    const reply = await this.client.session.logIn.mutate({ email, password });
    if (reply.outcome !== "logged_in") throw new Error(`${email} cannot log in: ${reply.outcome}`);
  }

  /** The bytes of a task's picture, whether they came along or must be fetched. Throws when they cannot be had. */
  async picture(imageUrl: string): Promise<Uint8Array> {
    if (imageUrl.startsWith("data:")) {
      return Buffer.from(imageUrl.slice(imageUrl.indexOf(",") + 1), "base64");
    }
    const response = await this.#call(new URL(imageUrl, this.url), {});
    if (!response.ok) throw new Error(`the picture is not there: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async #call(target: string | URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", this.#cookieHeader());
    const limit = AbortSignal.timeout(CALL_MS_MAX);
    const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
    const response = await fetch(target, { ...init, headers, signal });
    this.#keepCookies(response);
    return response;
  }

  readonly #streamFetch: FetchLike = (target, init) =>
    fetch(target, { ...init, headers: { ...init.headers, cookie: this.#cookieHeader() } } as RequestInit);

  #keepCookies(response: Response): void {
    for (const header of response.headers.getSetCookie()) {
      const [pair = ""] = header.split(";");
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

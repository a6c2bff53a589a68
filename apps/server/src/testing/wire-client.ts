/**
 * The product as its users' programs see it, over plain HTTP: what a customer's client and a worker's screen send.
 * Every call may fail while the server is down; callers expect that.
 */
export class WireClient {
  constructor(private readonly url: string) {}

  /** The task's id, or null when the server refused or was away. */
  async submit(key: string, picture: Uint8Array): Promise<number | null> {
    const form = new FormData();
    form.set("key", key);
    form.set("method", "post");
    form.set("file", new Blob([picture as Uint8Array<ArrayBuffer>]), "picture.png");
    const text = await this.#text("/in.php", { method: "POST", body: form });
    return text?.startsWith("OK|") ? Number(text.slice(3)) : null;
  }

  /** The protocol's words for where a task stands; null while the server is away. */
  result(key: string, taskId: number): Promise<string | null> {
    return this.#text(`/res.php?key=${key}&action=get&id=${taskId}`, {});
  }

  async balance(key: string): Promise<string | null> {
    return this.#text(`/res.php?key=${key}&action=getbalance`, {});
  }

  async logIn(email: string, password: string): Promise<string> {
    const response = await fetch(`${this.url}/trpc/session.logIn`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
    const cookie = response.headers.getSetCookie().map((header) => header.split(";")[0]);
    if (cookie.length === 0) throw new Error(`no session: ${await response.text()}`);
    return cookie.join("; ");
  }

  /** One tRPC mutation of whoever is logged in. */
  async mutate(cookie: string, path: string, input: object): Promise<void> {
    const response = await fetch(`${this.url}/trpc/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await response.text();
  }

  act(cookie: string, acts: readonly object[]): Promise<void> {
    return this.mutate(cookie, "work.act", { acts });
  }

  /** The events of a worker's stream until it breaks or `signal` ends it. */
  async *events(cookie: string, tabId: string, signal: AbortSignal): AsyncGenerator<Record<string, unknown>> {
    const input = encodeURIComponent(JSON.stringify({ tabId, takeOver: true }));
    const response = await fetch(`${this.url}/trpc/work.stream?input=${input}`, {
      headers: { accept: "text/event-stream", cookie },
      signal,
    });
    if (!response.ok || !response.body) throw new Error(`stream: ${response.status}`);
    let buffered = "";
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      buffered += chunk;
      for (let end = buffered.indexOf("\n\n"); end >= 0; end = buffered.indexOf("\n\n")) {
        const block = buffered.slice(0, end);
        buffered = buffered.slice(end + 2);
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data && !/^event: /m.test(block)) yield JSON.parse(data) as Record<string, unknown>;
      }
    }
  }

  async #text(path: string, init: RequestInit): Promise<string | null> {
    try {
      const response = await fetch(this.url + path, { ...init, signal: AbortSignal.timeout(10_000) });
      return await response.text();
    } catch {
      return null;
    }
  }
}

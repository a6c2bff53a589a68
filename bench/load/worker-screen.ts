import type { ActsReply, Assignment, WorkAct, WorkEvent } from "@sightline/contract/work";
import { ACTS_PER_CALL_MAX } from "@sightline/contract/work";
import { HttpConnection } from "./http-connection";

export const ANSWER = "ABCDE";

export interface WorkerScreenOptions {
  url: string;
  cookie: string;
  /** From the arrival of a task to its answer. */
  thinkMs: number;
  /** What is typed for a task; without it always the same. */
  answerOf?(task: Assignment): string;
  onAssigned(taskId: number): void;
  onAnswering(taskId: number): void;
  onAnswered(taskId: number): void;
  /** Something that must not happen, in words. */
  onFault(fault: string): void;
}

/**
 * A worker's screen as the server sees it: one stream and, on a connection of its own, answers in the order in which
 * the tasks came, at most one call under way. What comes meanwhile goes with the next call, as from the outbox of
 * the browser.
 */
export class WorkerScreen {
  readonly #stream: HttpConnection;
  readonly #calls: HttpConnection;
  readonly #outbox: WorkAct[] = [];
  #sending = false;
  #closed = false;
  #unread = "";
  #onHello: () => void = () => {};

  constructor(private readonly options: WorkerScreenOptions) {
    this.#stream = new HttpConnection(options.url);
    this.#calls = new HttpConnection(options.url);
  }

  /** Resolves when the server has said hello. */
  open(tabId: string): Promise<void> {
    const input = encodeURIComponent(JSON.stringify({ tabId, takeOver: true }));
    const headers = { cookie: this.options.cookie, accept: "text/event-stream" };
    return new Promise((resolve, reject) => {
      this.#onHello = resolve;
      this.#stream.follow(
        { method: "GET", path: `/trpc/work.stream?input=${input}`, headers },
        (text) => this.#read(text),
        (error) => {
          if (this.#closed) return;
          this.options.onFault(`a worker's stream ended: ${error?.message ?? "without a reason"}`);
          reject(error ?? new Error("the stream ended"));
        },
      );
    });
  }

  close(): void {
    this.#closed = true;
    this.#stream.close();
    this.#calls.close();
  }

  #read(text: string): void {
    this.#unread += text;
    for (let end = this.#unread.indexOf("\n\n"); end >= 0; end = this.#unread.indexOf("\n\n")) {
      const block = this.#unread.slice(0, end);
      this.#unread = this.#unread.slice(end + 2);
      // Events with a name (connected, ping) are the library's own.
      if (block.startsWith("data: ")) this.#take(JSON.parse(firstLine(block.slice(6))) as WorkEvent);
    }
  }

  #take(event: WorkEvent): void {
    switch (event.type) {
      case "hello":
        for (const task of event.tasks) this.#answer(task);
        this.#onHello();
        return;
      case "assign":
        this.#answer(event.task);
        return;
      case "lesson":
      case "seat_taken":
        this.options.onFault("another tab has taken a worker's seat");
        return;
      case "start":
      case "withdraw":
      case "floor":
        return;
    }
  }

  #answer(task: Assignment): void {
    const { thinkMs, onAssigned, answerOf } = this.options;
    const { taskId, leaseNo } = task;
    onAssigned(taskId);
    const text = answerOf?.(task) ?? ANSWER;
    const act = { taskId, leaseNo, act: "answer", text, graceMs: 0 } as const;
    if (thinkMs === 0) this.#put(act);
    else setTimeout(() => this.#put(act), thinkMs);
  }

  #put(act: WorkAct): void {
    this.#outbox.push(act);
    if (!this.#sending) void this.#send();
  }

  async #send(): Promise<void> {
    this.#sending = true;
    while (this.#outbox.length > 0 && !this.#closed) {
      const acts = this.#outbox.splice(0, ACTS_PER_CALL_MAX);
      for (const { taskId } of acts) this.options.onAnswering(taskId);
      try {
        this.#check(JSON.parse(await this.#call(acts)) as { result: { data: ActsReply } });
      } catch (error) {
        if (!this.#closed) this.options.onFault(`answers were not taken: ${String(error)}`);
      }
    }
    this.#sending = false;
  }

  #call(acts: WorkAct[]): Promise<string> {
    return this.#calls.ask({
      method: "POST",
      path: "/trpc/work.act",
      headers: { "content-type": "application/json", cookie: this.options.cookie },
      body: JSON.stringify({ acts }),
    });
  }

  #check({ result: { data } }: { result: { data: ActsReply } }): void {
    for (const { taskId, outcome } of data.results) {
      if (outcome === "done") this.options.onAnswered(taskId);
      else if (outcome !== "lease_ended" && outcome !== "not_yours")
        this.options.onFault(`an answer was ${outcome}`);
    }
  }
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}

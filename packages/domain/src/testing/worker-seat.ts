import type { TaskKind } from "@sightline/contract/task-kinds";
import type { WorkEvent } from "@sightline/contract/work";
import type { DomainContext } from "../context";
import type { Seat } from "../dispatch/seat";

type EventOf<T extends WorkEvent["type"]> = Extract<WorkEvent, { type: T }>;

/** A connected worker: reads its seat's events as a screen would, and lets a test wait for the one it needs. */
export class WorkerSeat {
  readonly seen: WorkEvent[] = [];
  readonly #abort = new AbortController();
  #wake: (() => void)[] = [];

  private constructor(
    private readonly ctx: DomainContext,
    readonly seat: Seat,
  ) {
    void this.#read();
  }

  static async open(
    ctx: DomainContext,
    workerId: number,
    tabId = "tab",
    takeOver = false,
    kinds?: readonly TaskKind[],
  ): Promise<WorkerSeat> {
    return WorkerSeat.#sit(ctx, ctx.floor.openSeat(workerId, tabId, takeOver, { kinds }));
  }

  /** A customer at their own screen. */
  static openSandbox(ctx: DomainContext, customerId: number): Promise<WorkerSeat> {
    return WorkerSeat.#sit(ctx, ctx.floor.openSeat(customerId, "tab", false, { onlyOwn: true }));
  }

  static async #sit(ctx: DomainContext, seat: Seat | null): Promise<WorkerSeat> {
    if (!seat) throw new Error("another tab has the seat");
    const worker = new WorkerSeat(ctx, seat);
    await ctx.floor.sayHello(seat);
    return worker;
  }

  /** The next event of this type that has not been taken yet. Fails after two seconds. */
  async next<T extends WorkEvent["type"]>(type: T): Promise<EventOf<T>> {
    const deadline = Date.now() + 2_000;
    for (;;) {
      const index = this.seen.findIndex((event) => event.type === type);
      if (index >= 0) return this.seen.splice(index, 1)[0] as EventOf<T>;
      if (Date.now() > deadline)
        throw new Error(`no ${type} came; seen: ${JSON.stringify(this.seen.map((e) => e.type))}`);
      await new Promise<void>((resolve) => {
        this.#wake.push(resolve);
        setTimeout(resolve, 50);
      });
    }
  }

  close(): void {
    this.#abort.abort();
    this.ctx.floor.leaveSeat(this.seat);
  }

  async #read(): Promise<void> {
    for await (const event of this.seat.events(this.#abort.signal)) {
      this.seen.push(event);
      for (const wake of this.#wake.splice(0)) wake();
    }
  }
}

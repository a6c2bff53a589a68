import type { Assignment, WorkEvent } from "@sightline/contract/work";

/** What a worker holds, as the stream's events tell it: the oldest is worked on, the rest is ahead. */
export class Hands {
  #tasks: Assignment[] = [];

  /** Follows an event; true when it was the stream's last because another tab works for this worker now. */
  take(event: WorkEvent): { seatTaken: boolean } {
    switch (event.type) {
      case "hello":
        this.#tasks = [...event.tasks];
        break;
      case "assign":
        this.#tasks = [...this.#tasks.filter((task) => !sameLease(task, event.task)), event.task];
        break;
      case "start":
        this.#tasks = this.#tasks.map((task) =>
          sameLease(task, event) ? { ...task, position: "current", leaseUntilMs: event.leaseUntilMs } : task,
        );
        break;
      case "withdraw":
        this.drop(event);
        break;
      case "floor":
      case "lesson":
      case "seat_taken":
        break;
    }
    return { seatTaken: event.type === "seat_taken" };
  }

  get next(): Assignment | undefined {
    return this.#tasks.find(({ position }) => position === "current") ?? this.#tasks[0];
  }

  holds(lease: LeaseKey): boolean {
    return this.#tasks.some((task) => sameLease(task, lease));
  }

  drop(lease: LeaseKey): void {
    this.#tasks = this.#tasks.filter((task) => !sameLease(task, lease));
  }
}

interface LeaseKey {
  taskId: number;
  leaseNo: number;
}

function sameLease(a: LeaseKey, b: LeaseKey): boolean {
  return a.taskId === b.taskId && a.leaseNo === b.leaseNo;
}

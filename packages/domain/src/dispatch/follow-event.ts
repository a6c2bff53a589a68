import { STATES } from "../tasks/states";
import type { Settled } from "../tasks/task-lanes";
import type { Seat } from "./seat";

/** What a settled event makes of the seat of the worker it concerns, and what the worker must be told of it. */
export function followEvent(seat: Seat, event: Settled): void {
  const held = seat.remove(event.taskId, event.leaseNo);
  if (!held) return;
  switch (event.stateNumber) {
    case STATES.assigned:
      seat.current = { ...held, leaseUntilMs: event.leaseUntilMs };
      return;
    case STATES.reserved:
      seat.ahead = [{ ...held, leaseUntilMs: null }, ...seat.ahead].sort((a, b) => a.taskId - b.taskId);
      return;
    case STATES.given:
      seat.given = [...seat.given, held];
      return;
    case STATES.weighed:
      if (event.reasonNumber !== null) return;
      seat.earnedTodayMicros += event.shareMicros;
      seat.answeredToday++;
      return;
    case STATES.answered:
      seat.earnedTodayMicros += event.shareMicros;
      seat.answeredToday++;
      return;
    default:
      if (event.event === "lease_ended") seat.withdraw(held, "lease_ended");
      else if (event.event === "give_back") seat.withdraw(held, "given_back");
      else if (event.event === "expire" || event.event === "cancel") seat.withdraw(held, "task_ended");
  }
}

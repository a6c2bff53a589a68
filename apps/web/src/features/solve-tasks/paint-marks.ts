import type { RefObject } from "react";
import type { LeaseKey } from "./lease-key";

/**
 * Two performance marks measure the gap between two pictures: `sightline:answer-sent` at the Enter that sent an
 * answer, `sightline:task-painted` once the next picture has been painted and what takes the person's keys has focus. `detail` names
 * the task and lease of either. Only the last thousand or so are kept, for a page that is open all day.
 */
const ANSWER_SENT_MARK = "sightline:answer-sent";
const TASK_PAINTED_MARK = "sightline:task-painted";

const MARKS_MAX = 1_000;
let marksSet = 0;

export function markAnswerSent(key: LeaseKey, pressedAtMs: number) {
  setMark(ANSWER_SENT_MARK, { detail: { key }, startTime: pressedAtMs });
}

/** Marks the end of the frame that is drawn next. Returns how to call it off. */
export function markPainted(key: LeaseKey, focus: RefObject<HTMLElement | null>): () => void {
  const channel = new MessageChannel();
  // The message is delivered after the frame: the callback itself runs before the browser paints.
  const frame = requestAnimationFrame(() => channel.port2.postMessage(null));
  channel.port1.onmessage = () => {
    channel.port1.close();
    if (document.activeElement === focus.current) setMark(TASK_PAINTED_MARK, { detail: { key } });
  };
  return () => {
    cancelAnimationFrame(frame);
    channel.port1.close();
  };
}

function setMark(name: string, options: PerformanceMarkOptions) {
  marksSet += 1;
  if (marksSet % MARKS_MAX === 0) {
    performance.clearMarks(ANSWER_SENT_MARK);
    performance.clearMarks(TASK_PAINTED_MARK);
  }
  performance.mark(name, options);
}

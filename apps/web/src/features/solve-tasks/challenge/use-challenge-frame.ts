import {
  type ChallengeFrame,
  frameMessageSchema,
  type WidgetTrouble,
} from "@sightline/contract/challenge-frame";
import { isChallenge } from "@sightline/contract/task-kinds";
import type { Assignment } from "@sightline/contract/work";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type LeaseKey, leaseKey } from "../lease-key";
import type { WorkDesk } from "../work-desk";

/** The frame of the challenge on the screen, and what it has said so far. */
export interface ChallengeView {
  task: Assignment;
  element: RefObject<HTMLIFrameElement | null>;
  frame: ChallengeFrame | null;
  /** `waiting`: for its clock to start, or for its address. */
  stage: "waiting" | "loading" | "ready" | "failed";
  /** What the page noticed by itself; the worker who sees it decides. */
  noticed: WidgetTrouble | null;
  openAgain(): void;
}

interface Opened {
  key: LeaseKey;
  frame: ChallengeFrame | null;
  stage: ChallengeView["stage"];
  noticed: WidgetTrouble | null;
}

/**
 * Opens the frame of a challenge when its clock runs, and hands its token to the session. A message counts only from
 * the frame that was opened, from its origin, with its nonce; anything else that speaks to this page is nobody.
 */
export function useChallengeFrame(desk: WorkDesk, task: Assignment | null): ChallengeView | null {
  const element = useRef<HTMLIFrameElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = task !== null && isChallenge(task.kind) ? leaseKey(task) : null;
  const runs = key !== null && task?.leaseUntilMs !== null;
  const { taskId, leaseNo } = task ?? { taskId: 0, leaseNo: 0 };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens another frame.
  useEffect(() => {
    if (key === null || !runs) return;
    let left = false;
    const show = (next: Omit<Opened, "key">) => !left && setOpened({ key, ...next });
    show({ frame: null, stage: "loading", noticed: null });
    desk.openFrame({ taskId, leaseNo }).then(
      (frame) => show({ frame, stage: "loading", noticed: null }),
      () => show({ frame: null, stage: "failed", noticed: null }),
    );
    return () => {
      left = true;
    };
  }, [desk, key, runs, taskId, leaseNo, attempt]);

  const frame = opened?.key === key ? opened?.frame : null;
  useEffect(() => {
    if (!frame || key === null) return;
    const listen = (event: MessageEvent<unknown>) => {
      if (event.origin !== frame.origin || event.source !== element.current?.contentWindow) return;
      const { data: message } = frameMessageSchema.safeParse(event.data);
      if (message?.nonce !== frame.nonce) return;
      if (message.type === "solved") {
        const { token, respKey } = message;
        desk.dispatch({ type: "solved", key, token, userAgent: navigator.userAgent, respKey });
        return;
      }
      const next = message.type === "ready" ? null : message.trouble;
      // Whoever has clicked in the frame types into it: the key that confirms a trouble must reach this page.
      if (next !== null) element.current?.blur();
      setOpened((before) => before && { ...before, stage: "ready", noticed: next ?? before.noticed });
    };
    window.addEventListener("message", listen);
    return () => window.removeEventListener("message", listen);
  }, [desk, frame, key]);

  if (task === null || key === null) return null;
  const current = opened?.key === key ? opened : null;
  return {
    task,
    element,
    frame: current?.frame ?? null,
    stage: current?.stage ?? "waiting",
    noticed: current?.noticed ?? null,
    openAgain: () => setAttempt((number) => number + 1),
  };
}

import { useEffect, useRef, useState } from "react";
import { fieldsOf, fileFieldOf, type PlayWishes } from "./play-request";

export type PlayState =
  | { step: "idle" }
  | { step: "sending" }
  | { step: "waiting"; taskId: string; sinceMs: number }
  | { step: "answered"; taskId: string; answer: string; tookMs: number }
  | { step: "refused"; code: string; words: string }
  | { step: "failed"; why: "unreachable" | "tooLong" };

const WAIT_SECONDS = 20;
const WAITS_MAX = 8;

interface WireReply {
  status: number;
  request: unknown;
  error_text?: string;
}

/** One task at a time, by the same addresses that a program uses. Leaving the page stops the waiting, not the task. */
export function usePlay() {
  const [state, setState] = useState<PlayState>({ step: "idle" });
  const left = useRef(new AbortController());
  useEffect(() => {
    const leaving = new AbortController();
    left.current = leaving;
    return () => leaving.abort();
  }, []);

  const play = async (picture: File, key: string, wishes: PlayWishes) => {
    const { signal } = left.current;
    setState({ step: "sending" });
    try {
      const sent = await send(picture, key, wishes, signal);
      if (sent.status !== 1) return setState(refused(sent));
      const taskId = String(sent.request);
      const sinceMs = Date.now();
      setState({ step: "waiting", taskId, sinceMs });
      for (let n = 0; n < WAITS_MAX; n++) {
        const reply = await ask(key, taskId, signal);
        if (reply.status === 1) {
          const answer = typeof reply.request === "string" ? reply.request : JSON.stringify(reply.request);
          return setState({ step: "answered", taskId, answer, tookMs: Date.now() - sinceMs });
        }
        if (reply.request !== "CAPCHA_NOT_READY") return setState(refused(reply));
      }
      setState({ step: "failed", why: "tooLong" });
    } catch {
      if (!signal.aborted) setState({ step: "failed", why: "unreachable" });
    }
  };
  return { state, play };
}

function refused({ request, error_text = "" }: WireReply): PlayState {
  return { step: "refused", code: String(request), words: error_text };
}

async function send(picture: File, key: string, wishes: PlayWishes, signal: AbortSignal): Promise<WireReply> {
  const body = new FormData();
  for (const [name, value] of [["key", key], ["json", "1"], ...fieldsOf(wishes)] as const)
    body.set(name, value);
  body.set(fileFieldOf(wishes.kind), picture);
  return (await fetch("/in.php", { method: "POST", body, signal })).json() as Promise<WireReply>;
}

async function ask(key: string, id: string, signal: AbortSignal): Promise<WireReply> {
  const body = new URLSearchParams({ key, id, action: "get", json: "1", wait: String(WAIT_SECONDS) });
  return (await fetch("/res.php", { method: "POST", body, signal })).json() as Promise<WireReply>;
}

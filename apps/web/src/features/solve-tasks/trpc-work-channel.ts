import type { ChallengeFrame } from "@sightline/contract/challenge-frame";
import type { TaskKind } from "@sightline/contract/task-kinds";
import type { ActsReply, TakeBackReply, WorkAct, WorkEvent } from "@sightline/contract/work";
import { TRPCClientError } from "@trpc/client";
import { isLowData } from "../../lib/low-data";
import { SCREEN_KINDS } from "./screen-kinds";
import { ChannelFailure, type StreamWatch, type WorkChannel } from "./work-channel";

/** What the channel needs of the tRPC client; it fits. */
export interface WorkProcedures {
  work: {
    stream: {
      subscribe(
        input: { tabId: string; takeOver: boolean; kinds: TaskKind[]; fewUpdates: boolean },
        watch: {
          onData(message: { data: WorkEvent }): void;
          onConnectionStateChange(change: { state: "idle" | "connecting" | "pending"; error: unknown }): void;
          onComplete(): void;
          onError(error: unknown): void;
        },
      ): { unsubscribe(): void };
    };
    act: { mutate(input: { acts: WorkAct[] }, options: { signal: AbortSignal }): Promise<ActsReply> };
    takeBack: {
      mutate(
        input: { taskId: number; leaseNo: number },
        options: { signal: AbortSignal },
      ): Promise<TakeBackReply>;
    };
    giveBack: { mutate(input: { tabId: string }, options: { signal: AbortSignal }): Promise<unknown> };
  };
  challenges: {
    openFrame: {
      mutate(
        input: { taskId: number; leaseNo: number },
        options: { signal: AbortSignal },
      ): Promise<ChallengeFrame>;
    };
  };
  session: { me: { query(): Promise<unknown> } };
}

/** A call that hangs this long on a dead connection is given up and made again. */
const CALL_MAX_MS = 10_000;

/** The work channel over tRPC: a subscription and three mutations. */
export function createTrpcWorkChannel({ work, challenges, session }: WorkProcedures): WorkChannel {
  return {
    open: (input, watch) => openStream(work, session, input, watch),
    act: (acts) => call((signal) => work.act.mutate({ acts }, { signal })),
    takeBack: (lease) => call((signal) => work.takeBack.mutate(lease, { signal })),
    openFrame: (lease) => call((signal) => challenges.openFrame.mutate(lease, { signal })),
    giveBack: async (tabId) => {
      // Who has logged out is refused; the end of their stream has given everything back already.
      if ((await session.me.query()) === null) return;
      await call((signal) => work.giveBack.mutate({ tabId }, { signal }));
    },
  };
}

function openStream(
  work: WorkProcedures["work"],
  session: WorkProcedures["session"],
  input: { tabId: string; takeOver: boolean },
  watch: StreamWatch,
): { close(): void } {
  let closed = false;
  const ended = async () => {
    if (closed) return;
    const why = await whyEnded(session);
    if (!closed) watch.ended(why);
    closed = true;
  };
  const subscription = work.stream.subscribe(
    { ...input, kinds: SCREEN_KINDS, fewUpdates: isLowData() },
    {
      onData: ({ data }) => {
        if (!closed) watch.event(data);
      },
      onConnectionStateChange: ({ state, error }) => {
        if (closed || state === "idle") return;
        if (state === "pending") watch.link("live");
        else if (error !== null) watch.link("cut");
      },
      onComplete: () => void ended(),
      onError: () => void ended(),
    },
  );
  return {
    close() {
      closed = true;
      subscription.unsubscribe();
    },
  };
}

/** An event stream that fails does not say why, so the server is asked who is logged in. */
async function whyEnded(session: WorkProcedures["session"]): Promise<"ended" | "logged_out"> {
  try {
    return (await session.me.query()) === null ? "logged_out" : "ended";
  } catch {
    return "ended";
  }
}

async function call<Reply>(ask: (signal: AbortSignal) => Promise<Reply>): Promise<Reply> {
  try {
    return await ask(AbortSignal.timeout(CALL_MAX_MS));
  } catch (cause) {
    throw new ChannelFailure(whyFailed(cause), { cause });
  }
}

function whyFailed(cause: unknown): ChannelFailure["why"] {
  if (!(cause instanceof TRPCClientError)) return "unreached";
  const data: unknown = cause.data;
  const code = typeof data === "object" && data !== null && "code" in data ? data.code : null;
  if (code === "UNAUTHORIZED" || code === "FORBIDDEN") return "logged_out";
  return code === "BAD_REQUEST" || code === "PAYLOAD_TOO_LARGE" ? "refused" : "unreached";
}

import type { ChallengeFrame } from "@sightline/contract/challenge-frame";
import type { ActsReply, TakeBackReply, WorkAct, WorkEvent } from "@sightline/contract/work";

/** The way to the server, as the work screen sees it; trpc-work-channel.ts is the one there is. */
export interface WorkChannel {
  /** Opens the stream; it reconnects by itself until it is closed. */
  open(input: { tabId: string; takeOver: boolean }, watch: StreamWatch): { close(): void };
  /** Sends acts in order. Rejects with ChannelFailure. */
  act(acts: WorkAct[]): Promise<ActsReply>;
  /** Rejects with ChannelFailure. */
  takeBack(lease: { taskId: number; leaseNo: number }): Promise<TakeBackReply>;
  /** The frame of a challenge that this worker holds. Rejects with ChannelFailure. */
  openFrame(lease: { taskId: number; leaseNo: number }): Promise<ChallengeFrame>;
  /** Gives everything back that this tab holds. Rejects with ChannelFailure. */
  giveBack(tabId: string): Promise<void>;
}

export interface StreamWatch {
  event(event: WorkEvent): void;
  link(link: "live" | "cut"): void;
  /** The stream is over and does not come back by itself. */
  ended(why: "ended" | "logged_out"): void;
}

/**
 * Why a call failed. `unreached`: try again. `logged_out`: nothing helps but logging in. `refused`: the server
 * cannot read what was sent, and never will.
 */
export class ChannelFailure extends Error {
  constructor(
    readonly why: "unreached" | "logged_out" | "refused",
    options?: ErrorOptions,
  ) {
    super(`the server could not be asked: ${why}`, options);
  }
}

import type { ChallengePage, FrameMessage } from "@sightline/contract/challenge-frame";

type Said<Message> = Message extends FrameMessage ? Omit<Message, "from" | "nonce"> : never;

/** Speaks to the screen that opened this frame, and to no other page that may hold it. */
export function tellScreen({ appOrigin, nonce }: ChallengePage, said: Said<FrameMessage>): void {
  window.parent.postMessage({ from: "sightline-challenge", nonce, ...said }, appOrigin);
}

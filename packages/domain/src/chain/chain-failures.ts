import { BaseError, HttpRequestError, TimeoutError } from "viem";

/** Why the chain cannot be read now: what staff are shown and what the log says. */
export type ChainFailure =
  | "unreachable"
  | "timeout"
  | "refused"
  /** The node is one of another chain. */
  | "wrong_network"
  /** The node knows fewer blocks than were read before. */
  | "behind";

export class ChainUnreadable extends Error {
  override readonly name = "ChainUnreadable";

  constructor(
    readonly failure: ChainFailure,
    message: string,
  ) {
    super(message);
  }
}

/** A failed call by its name. */
export function chainFailureOf(error: unknown): ChainUnreadable {
  if (error instanceof ChainUnreadable) return error;
  if (!(error instanceof BaseError)) throw error;
  const { shortMessage } = error;
  if (error.walk((cause) => cause instanceof TimeoutError))
    return new ChainUnreadable("timeout", shortMessage);
  if (error.walk((cause) => cause instanceof HttpRequestError))
    return new ChainUnreadable("unreachable", shortMessage);
  return new ChainUnreadable("refused", shortMessage);
}

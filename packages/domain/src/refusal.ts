/**
 * A request that a verb cannot carry out, with words for the person who made it. `not_found` is also the answer
 * for what exists but belongs to someone else. Negative answers that a caller acts on are results, not refusals.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly code: "not_found" | "conflict" | "busy",
    message: string,
  ) {
    super(message);
  }
}

/**
 * How wrong readings of a task look: what the posterior needs to know beside the workers' skills. `R` is a reading in
 * the form in which it is compared.
 */
export interface ErrorModel<R> {
  /** Whether two readings say the same, by the task's rules (case, tolerance). */
  same(a: R, b: R): boolean;
  /** The chance that somebody who misreads `truth` comes to exactly `read`. */
  wrongAs(read: R, truth: R): number;
  /** Truths that nobody may have named yet but which `read` may stand for. Bounded, without `read` itself. */
  mayStandFor(read: R): readonly R[];
  /** Equal for two readings that `mayStandFor` brings up twice. */
  key(reading: R): string;
}

/** A wrong reading is one of very many: the chance to hit a particular one that looks nothing like the truth. */
export const FAR_FETCHED = 1e-6;

import type { ErrorModel } from "@sightline/domain/quality/error-model";

/** Answers that are one of a few classes, each as likely to be taken for any other: what published label sets hold. */
export function classErrors(classes: readonly string[]): ErrorModel<string> {
  return {
    same: (a, b) => a === b,
    key: (reading) => reading,
    wrongAs: () => 1 / Math.max(1, classes.length - 1),
    mayStandFor: (read) => classes.filter((name) => name !== read),
  };
}

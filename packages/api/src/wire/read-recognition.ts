import { ANSWERS_MAX_USUAL, CONFIDENCE_BOUNDS, type RecognitionRule } from "@sightline/contract/recognition";
import { isChallenge, TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { RecognitionRules } from "@sightline/domain/api-keys/api-key-cache";
import { isRefusal, readDecimal } from "./read-number";
import { given, type WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

/**
 * When the answers of this task are enough: what the request says (`min_confidence`), else what its account says for the
 * kind; undefined where one answer is enough. A request that names a confidence uses at most as many answers as its
 * account allows, or ANSWERS_MAX_USUAL.
 */
export function readRecognition(
  kind: TaskKind,
  input: WireInput,
  rules: RecognitionRules,
): RecognitionRule | undefined | WireRefusal {
  const confidenceMin =
    given(input, "min_confidence") === "0"
      ? undefined
      : readDecimal(input, "min_confidence", CONFIDENCE_BOUNDS);
  if (isRefusal(confidenceMin)) return confidenceMin;
  const ofAccount = isChallenge(kind) ? undefined : rules[TASK_KINDS[kind].number];
  if (confidenceMin === undefined) return ofAccount;
  if (isChallenge(kind)) {
    return refuse("ERROR_BAD_PARAMETERS", "min_confidence is for kinds that several people can recognise.");
  }
  return {
    mode: "confidence",
    answersMin: ofAccount?.mode === "confidence" ? ofAccount.answersMin : 1,
    answersMax: ofAccount?.answersMax ?? ANSWERS_MAX_USUAL,
    confidenceMin,
  };
}

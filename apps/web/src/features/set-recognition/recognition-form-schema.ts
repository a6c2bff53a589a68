import { ANSWERS_MAX, CONFIDENCE_BOUNDS, type RecognitionRule } from "@sightline/contract/recognition";
import type { TFunction } from "i18next";
import { z } from "zod";

export type RecognitionMode = "single" | RecognitionRule["mode"];

/** What the form starts with: the rule, or what most would choose where there is none. Confidence in percent. */
export function recognitionFormValues(rule: RecognitionRule | null): {
  answersMin: string;
  answersMax: string;
  matchesMin: string;
  confidence: string;
} {
  return {
    answersMin: String(rule?.answersMin ?? 1),
    answersMax: String(rule?.answersMax ?? 5),
    matchesMin: String(rule?.mode === "matches" ? rule.matchesMin : 2),
    confidence: formatConfidencePercent(rule?.mode === "confidence" ? rule.confidenceMin : 0.99),
  };
}

/** 99, 99.9: no more decimals than it has. */
export function formatConfidencePercent(confidence: number): string {
  return String(Number((confidence * 100).toFixed(1)));
}

/** Reads the form as the rule of this mode. Fields of the other modes are not looked at. */
export function recognitionFormSchema(mode: RecognitionMode, t: TFunction<"recognition">) {
  const whole = (min: number) =>
    z
      .string()
      .trim()
      .regex(/^\d{1,2}$/, t("whole", { min, max: ANSWERS_MAX }))
      .transform(Number)
      .refine((value) => value >= min && value <= ANSWERS_MAX, t("whole", { min, max: ANSWERS_MAX }));
  const percent = z
    .string()
    .trim()
    .regex(/^\d{2}([.,]\d)?$/, t("decimal"))
    .transform((typed) => Number(typed.replace(",", ".")) / 100)
    .refine((value) => value >= CONFIDENCE_BOUNDS.min && value <= CONFIDENCE_BOUNDS.max, t("decimal"));
  const unread = z.string().transform(() => null);
  return z
    .object({
      answersMin: mode === "single" ? unread : whole(1),
      answersMax: mode === "single" ? unread : whole(1),
      matchesMin: mode === "matches" ? whole(2) : unread,
      confidence: mode === "confidence" ? percent : unread,
    })
    .refine(({ answersMin, answersMax }) => (answersMin ?? 0) <= (answersMax ?? 0), {
      path: ["answersMin"],
      message: t("fewerThanMost"),
    })
    .refine(({ matchesMin, answersMax }) => matchesMin === null || matchesMin <= (answersMax ?? 0), {
      path: ["matchesMin"],
      message: t("fewerThanMost"),
    })
    .transform(({ answersMin, answersMax, matchesMin, confidence }): RecognitionRule | null => {
      if (answersMin === null || answersMax === null) return null;
      if (matchesMin !== null) return { mode: "matches", answersMin, answersMax, matchesMin };
      return { mode: "confidence", answersMin, answersMax, confidenceMin: confidence ?? 0.99 };
    });
}

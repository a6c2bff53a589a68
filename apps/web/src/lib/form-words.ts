import i18next from "i18next";
import type { core } from "zod";

/** What a schema says about a field when it has no words of its own for it: what to do, never how it is checked. */
export function formWords(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case "too_big":
      if (issue.origin === "string") return i18next.t("form.tooLong", { max: Number(issue.maximum) });
      return i18next.t("form.tooMuch", { max: String(issue.maximum) });
    case "too_small":
      if (issue.origin !== "string") return i18next.t("form.tooLittle", { min: String(issue.minimum) });
      return issue.minimum === 1
        ? i18next.t("form.missing")
        : i18next.t("form.tooShort", { min: Number(issue.minimum) });
    default:
      return i18next.t("form.wrong");
  }
}

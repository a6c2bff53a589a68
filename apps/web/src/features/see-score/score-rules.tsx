import type { WorkerScore } from "@sightline/contract/score";
import { Facts } from "@sightline/ui/figure-row";
import { useTranslation } from "react-i18next";
import { languageName } from "./language-name";

/** In words, everything that dispatch asks about a worker. */
export function ScoreRules({ score }: { score: WorkerScore }) {
  const { t } = useTranslation("score");
  const { languages, v3Score, favouredBy, linkedTo } = score;
  return (
    <Facts
      prose
      facts={[
        { label: t("rule.waiting"), value: t("rule.waitingSays") },
        { label: t("rule.accuracy"), value: t("rule.accuracySays") },
        { label: t("rule.several"), value: t("rule.severalSays") },
        { label: t("rule.stages"), value: t("rule.stagesSays") },
        { label: t("rule.level"), value: t("rule.levelSays") },
        { label: t("rule.known"), value: t("rule.knownSays") },
        {
          label: t("rule.languages"),
          value:
            languages.length === 0
              ? t("rule.languagesSays_none")
              : t("rule.languagesSays", { names: languages.map(languageName).join(", ") }),
        },
        {
          label: t("rule.v3"),
          value: v3Score === null ? t("rule.v3Says_none") : t("rule.v3Says", { score: v3Score.toFixed(1) }),
        },
        { label: t("rule.favoured"), value: t("rule.favouredSays", { count: favouredBy }) },
        { label: t("rule.linked"), value: t("rule.linkedSays", { count: linkedTo }) },
      ]}
    />
  );
}

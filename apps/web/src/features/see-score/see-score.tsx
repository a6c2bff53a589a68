import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { KindScoreTable } from "../../components/kind-score-table";
import { LoadError } from "../../components/load-error";
import { ScoreChangeTable } from "../../components/score-change-table";
import { LanguageForm } from "./language-form";
import { scoreQuery } from "./queries";
import { ScoreRules } from "./score-rules";
import { SuspendedKind } from "./suspended-kind";

export function SeeScore() {
  const { t } = useTranslation("score");
  const { data, error, refetch } = useQuery(scoreQuery);
  if (data === undefined)
    return error ? (
      <LoadError title={t("failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={8} />
    );
  return (
    <>
      {data.kinds.map((row) => row.suspendedReason !== null && <SuspendedKind key={row.kind} score={row} />)}
      <Section title={t("measured")} lead={t("measuredLead")}>
        <KindScoreTable id="kind-scores" rows={data.kinds} />
      </Section>
      <Section title={t("rules")} lead={t("rulesLead")}>
        <ScoreRules score={data} />
      </Section>
      <Section title={t("language.title")} lead={t("language.lead")}>
        <LanguageForm languages={data.languages} />
      </Section>
      <Section title={t("changes")} lead={t("changesLead")}>
        <ScoreChangeTable rows={data.changes} />
      </Section>
    </>
  );
}

import { CheckField } from "@sightline/ui/check-field";
import { Facts } from "@sightline/ui/figure-row";
import { Notice } from "@sightline/ui/notice";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { consentMutation, scoreQuery } from "./queries";
import { ScoreFrame } from "./score-frame";

/** The worker's own v3 score: consent, what was measured, and the measuring itself when it is due. */
export function MeasureScore() {
  const { t } = useTranslation("worker");
  const toast = useToast();
  const { data, error, refetch } = useQuery(scoreQuery);
  const consent = useMutation(consentMutation());
  /** What was just chosen, until the server has said so too. */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const change = (consented: boolean) => {
    setChosen(consented);
    consent.mutate(
      { consented },
      {
        onSuccess: () => toast({ tone: "good", text: t("score.saved") }),
        onError: () => toast({ tone: "bad", text: t("score.saveFailed") }),
        onSettled: () => setChosen(null),
      },
    );
  };

  return (
    <Section title={t("score.title")} lead={t("score.lead")}>
      {data === undefined && error && (
        <LoadError title={t("score.loadFailed")} error={error} onRetry={refetch} />
      )}
      {data?.offered === false && <p className="text-text-quiet">{t("score.notOffered")}</p>}
      {data?.offered && (
        <>
          <CheckField name="consent" checked={chosen ?? data.consented} onChange={change}>
            {t("score.consent")}
          </CheckField>
          {data.consented && (
            <Facts
              facts={[
                {
                  label: t("score.score"),
                  value: data.score?.toFixed(1) ?? t(data.due ? "score.measuring" : "score.none"),
                },
                ...(data.measuredAtMs === null
                  ? []
                  : [{ label: t("score.measured"), value: <RelativeTime timeMs={data.measuredAtMs} /> }]),
              ]}
            />
          )}
          {data.lastFailure !== null && (
            <Notice tone="wait">{t("score.failed", { why: data.lastFailure })}</Notice>
          )}
          {data.due && <ScoreFrame />}
        </>
      )}
    </Section>
  );
}

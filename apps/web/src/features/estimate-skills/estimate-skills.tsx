import type { EstimateRun } from "@sightline/contract/estimates";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Skeleton } from "@sightline/ui/skeleton";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { SendError } from "../../components/send-error";
import { useMe } from "../../lib/me";
import { askForEstimateMutation, estimatesQuery } from "./queries";

/** What the last estimate of all skills came to; admins may ask for another one. */
export function EstimateSkills() {
  const { t } = useTranslation("estimates");
  const toast = useToast();
  const isAdmin = useMe().role === "admin";
  const { data, error, refetch } = useQuery(estimatesQuery);
  const ask = useMutation(askForEstimateMutation());
  if (error && data === undefined)
    return <LoadError title={t("failed")} error={error} onRetry={() => void refetch()} />;
  const isRunning = data?.[0]?.finishedAtMs === null;
  return (
    <section aria-label={t("label")} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="max-w-text text-text-quiet">
          {data === undefined ? <Skeleton /> : <LastEstimate runs={data} />}
        </p>
        {isAdmin && (
          <Button
            isDisabled={isRunning || data === undefined}
            isPending={ask.isPending}
            onPress={() =>
              ask.mutate(undefined, { onSuccess: () => toast({ tone: "good", text: t("asked") }) })
            }
          >
            {t("ask")}
          </Button>
        )}
      </div>
      <SendError title={t("askFailed")} error={ask.error} />
    </section>
  );
}

function LastEstimate({ runs }: { runs: readonly EstimateRun[] }) {
  const { t } = useTranslation("estimates");
  const [latest] = runs;
  if (latest === undefined) return t("none");
  if (latest.finishedAtMs === null) return t("running");
  return (
    <>
      <Trans
        t={t}
        i18nKey="last"
        count={latest.moved}
        values={{ answers: latest.answers }}
        components={{ when: <RelativeTime timeMs={latest.finishedAtMs} focusable /> }}
      />{" "}
      {latest.moved > 0 && t("furthest", { points: (latest.furthest * 100).toFixed(1) })}
    </>
  );
}

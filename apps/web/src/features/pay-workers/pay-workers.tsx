import { formatUsd } from "@sightline/contract/money";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { Notice } from "@sightline/ui/notice";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { SendError } from "../../components/send-error";
import { BatchCard } from "./batch-card";
import { PayoutHolds } from "./payout-holds";
import { batchesQuery, makeBatchMutation, settingsQuery } from "./queries";
import { SettingsForm } from "./settings-form";
import { StrayTransfers } from "./stray-transfers";

export function PayWorkers() {
  const { t } = useTranslation("payouts");
  const toast = useToast();
  const { data, error, refetch } = useQuery(batchesQuery);
  const settings = useQuery(settingsQuery);
  const make = useMutation(makeBatchMutation());
  if (data === undefined) {
    return error ? (
      <LoadError title={t("failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={8} />
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {data.tokens.length === 0 && <Notice tone="info">{t("staff.off")}</Notice>}
      <SendError title={t("unexpected")} error={make.error} />
      <div className="flex flex-wrap gap-2">
        {data.tokens.map((token) => (
          <Button
            key={token}
            isPending={make.isPending}
            onPress={() =>
              make.mutate(
                { token },
                {
                  onSuccess: ({ rows, totalMicros }) =>
                    toast({
                      tone: "good",
                      text: t("staff.made", { count: rows, amount: formatUsd(totalMicros) }),
                    }),
                },
              )
            }
          >
            {t("staff.make", { token })}
          </Button>
        ))}
      </div>
      <PayoutHolds holds={data.holds} />
      <StrayTransfers strays={data.strays} />
      {data.batches.length === 0 && <EmptyState title={t("staff.empty")} />}
      {data.batches.map((batch) => (
        <BatchCard key={batch.batchId} batch={batch} />
      ))}
      {settings.data && <SettingsForm settings={settings.data.settings} />}
      {settings.error && <LoadError title={t("failed")} error={settings.error} onRetry={settings.refetch} />}
    </div>
  );
}

import { Facts } from "@sightline/ui/figure-row";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { blockPreviewQuery } from "./queries";

/** What the block would have refused in the last day, before it is set. */
export function BlockEffect(block: { taskId: number; forEverybody: boolean }) {
  const { t } = useTranslation("images");
  const { data, error, refetch } = useQuery({
    ...blockPreviewQuery(block),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) {
    if (error) return <LoadError title={t("staff.effectFailed")} error={error} onRetry={refetch} />;
    return <LoadingBlock lines={2} />;
  }
  return (
    <section aria-label={t("staff.effect")} className="flex flex-col gap-2">
      <p className="text-13 font-medium">{t("staff.effect")}</p>
      <Facts
        facts={[
          { label: t("staff.effectTasks"), value: t("staff.effectOf", data) },
          { label: t("staff.effectAnswered"), value: data.answered },
          { label: t("staff.effectAccounts"), value: data.accounts },
        ]}
      />
    </section>
  );
}

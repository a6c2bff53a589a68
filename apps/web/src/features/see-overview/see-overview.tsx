import type { CustomerOverview } from "@sightline/contract/customer";
import { FigureRow } from "@sightline/ui/figure-row";
import { Notice } from "@sightline/ui/notice";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { overviewFigures } from "./overview-figures";
import { overviewQuery } from "./queries";

export interface SeeOverviewProps {
  /** Stands under the figures of an account that has sent nothing yet. */
  firstStep: ReactNode;
  /** Stands under the figures once there is something to see. */
  onward: ReactNode;
}

export function SeeOverview({ firstStep, onward }: SeeOverviewProps) {
  const { t } = useTranslation("customer");
  const { data, error, refetch } = useQuery(overviewQuery);
  if (data === undefined) {
    return error ? (
      <LoadError title={t("overview.failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={4} />
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {data.availableMicros <= 0 && <Notice tone="wait">{t("overview.zeroBalance")}</Notice>}
      <FigureRow figures={overviewFigures(data, t)} />
      {isQuiet(data) ? firstStep : onward}
    </div>
  );
}

function isQuiet(overview: CustomerOverview): boolean {
  const { queued, beingSolved, answered24h, unsolved24h } = overview;
  return queued + beingSolved + answered24h + unsolved24h === 0;
}

import type { ChartSpan } from "@sightline/contract/figures";
import type { TaskKind } from "@sightline/contract/task-kinds";
import { keepPreviousData } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc";

export interface ChartsWanted {
  span: ChartSpan;
  kind?: TaskKind;
}

/** Bars grow slowly enough for this. */
const REFETCH_MS = 10_000;

export const chartsQuery = (wanted: ChartsWanted) =>
  trpc.figures.charts.queryOptions(wanted, {
    refetchInterval: REFETCH_MS,
    placeholderData: keepPreviousData,
  });

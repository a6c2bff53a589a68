import type { CustomerOverview } from "@sightline/contract/customer";
import { Duration, formatDuration } from "@sightline/ui/duration";
import type { FigureItem } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import type { TFunction } from "i18next";

export function overviewFigures(overview: CustomerOverview, t: TFunction<"customer">): FigureItem[] {
  const { queued, beingSolved, answered24h, unsolved24h, solveP50Ms, solveP95Ms } = overview;
  const ended = answered24h + unsolved24h;
  return [
    { label: t("overview.available"), value: <Money micros={overview.availableMicros} /> },
    { label: t("overview.held"), value: <Money micros={overview.heldMicros} /> },
    { label: t("overview.spent"), value: <Money micros={overview.spent24hMicros} /> },
    {
      label: t("overview.open"),
      value: queued + beingSolved,
      note: t("overview.openNote", { queued, beingSolved }),
    },
    {
      label: t("overview.answered"),
      value: answered24h,
      note:
        ended === 0
          ? t("overview.answeredNone")
          : t("overview.answeredNote", { share: percent(answered24h / ended) }),
    },
    {
      label: t("overview.time"),
      value: <Duration ms={solveP50Ms} />,
      note:
        solveP95Ms === null
          ? t("overview.timeNone")
          : t("overview.timeNote", { p95: formatDuration(solveP95Ms) }),
    },
  ];
}

// Rounded down, so that 100 % is said only of everything.
function percent(share: number): string {
  return `${(Math.floor(share * 1_000) / 10).toString()} %`;
}

import type { FloorView } from "@sightline/contract/staff";
import { Badge } from "@sightline/ui/badge";
import { Duration, formatDuration } from "@sightline/ui/duration";
import { type FigureItem, FigureRow } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

/** The floor in one line of figures for each kind; what belongs to all kinds ends the first. */
export function FloorFigures({ floor }: { floor: FloorView }) {
  const { t } = useTranslation("staff");
  return floor.kinds.map((kind, place) => (
    <FigureRow
      key={kind.kind}
      figures={[...kindFigures(kind, t), ...(place === 0 ? commonFigures(floor, t) : [])]}
    />
  ));
}

function kindFigures(kind: FloorView["kinds"][number], t: TFunction<"staff">): FigureItem[] {
  return [
    {
      label: t("queue.queued"),
      value: kind.queued,
      note:
        kind.oldestQueuedMs === null
          ? t("queue.noneWaiting")
          : t("queue.oldest", { age: formatDuration(kind.oldestQueuedMs) }),
    },
    {
      label: t("queue.beingSolved"),
      value: kind.assigned,
      note: t("queue.beingSolvedNote", { reserved: kind.reserved, given: kind.given }),
    },
    {
      label: t("queue.answered"),
      value: kind.answered10min,
      note: t("queue.answeredNote", { unsolved: kind.unsolved10min }),
    },
    {
      label: t("queue.time"),
      value: <Duration ms={kind.solveP50Ms} />,
      note:
        kind.solveP95Ms === null
          ? t("queue.timeNone")
          : t("queue.timeNote", { p95: formatDuration(kind.solveP95Ms) }),
    },
  ];
}

function commonFigures({ workers, ledgerDifferenceMicros }: FloorView, t: TFunction<"staff">): FigureItem[] {
  return [
    {
      label: t("queue.workers"),
      value: workers.connected,
      note: t("queue.workersNote", { idle: workers.idle, working: workers.working }),
    },
    {
      label: t("queue.ledger"),
      value:
        ledgerDifferenceMicros === 0 ? (
          <Badge tone="good">{t("queue.balanced")}</Badge>
        ) : (
          <Badge tone="bad">{t("queue.ledgerOff")}</Badge>
        ),
      note: <Money micros={ledgerDifferenceMicros} />,
    },
  ];
}

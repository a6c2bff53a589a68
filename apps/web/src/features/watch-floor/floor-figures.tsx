import type { FloorView } from "@sightline/contract/staff";
import { Badge } from "@sightline/ui/badge";
import { Duration, formatDuration } from "@sightline/ui/duration";
import { type FigureItem, FigureRow } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { Section } from "@sightline/ui/section";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

/** What belongs to all kinds, then a line of figures for each kind that has had something to do lately. */
export function FloorFigures({ floor }: { floor: FloorView }) {
  const { t } = useTranslation(["staff", "floor"]);
  return (
    <>
      <FigureRow figures={commonFigures(floor, t)} />
      {floor.kinds.filter(isBusy).map((kind) => (
        <Section key={kind.kind} title={t(`queue.kinds.${kind.kind}`)}>
          <FigureRow figures={kindFigures(kind, t)} />
        </Section>
      ))}
    </>
  );
}

/** Pictures are always shown: an empty floor still says how it stands. */
function isBusy(kind: FloorView["kinds"][number]): boolean {
  const open = kind.queued + kind.reserved + kind.assigned + kind.given;
  return kind.kind === "image" || open + kind.answered10min + kind.unsolved10min > 0;
}

function kindFigures(kind: FloorView["kinds"][number], t: TFunction<["staff", "floor"]>): FigureItem[] {
  const ended = kind.answered10min + kind.unsolved10min;
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
      label: t("floor:unsolved"),
      value: ended === 0 ? "–" : `${Math.round((100 * kind.unsolved10min) / ended)} %`,
      note: t("floor:unsolvedNote", { ended }),
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

function commonFigures(
  { workers, ledgerDifferenceMicros }: FloorView,
  t: TFunction<["staff", "floor"]>,
): FigureItem[] {
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

import type { PublicFigures, PublicKind } from "@sightline/contract/figures";
import { formatWireUsd } from "@sightline/contract/money";
import { formatDuration } from "@sightline/ui/duration";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { formatPricePerThousand } from "../../lib/read-price";
import { MeasuredPoints } from "./measured-points";
import { PlainTable } from "./plain-table";
import { publicFiguresQuery } from "./queries";

/** The service in figures: what it did, what each kind costs and how it is solved, the packages. */
export function SeePublicFigures() {
  const { t } = useTranslation("figures");
  const { data, error, refetch } = useQuery(publicFiguresQuery);
  if (data === undefined) {
    return error ? (
      <LoadError title={t("failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={10} />
    );
  }
  return (
    <>
      <Section title={t("points.title")} lead={t("points.lead")}>
        <MeasuredPoints figures={data} />
      </Section>
      <Section title={t("table.title")} lead={t("table.note")}>
        <PlainTable
          label={t("table.label")}
          headers={[t("table.kind"), t("table.price"), t("table.p50"), t("table.p95"), t("table.solved")]}
          rows={data.kinds.map((row) => kindRow(row, t))}
        />
      </Section>
      {data.packages.length > 0 && (
        <Section title={t("packages.title")} lead={t("packages.lead")}>
          <PlainTable
            label={t("packages.label")}
            headers={[
              t("packages.name"),
              t("packages.threads"),
              t("packages.day"),
              t("packages.week"),
              t("packages.month"),
            ]}
            rows={data.packages.map(packageRow)}
          />
        </Section>
      )}
    </>
  );
}

function kindRow(row: PublicKind, t: TFunction<"figures">) {
  const { kind, priceMicros, solveP50Ms, solveP95Ms, answered, unsolved } = row;
  return {
    name: t(`kinds.${kind}`),
    cells: [
      usd(formatPricePerThousand(priceMicros)),
      formatDuration(solveP50Ms),
      formatDuration(solveP95Ms),
      shareOf(answered, unsolved),
    ],
  };
}

function packageRow({ name, threads, micros }: PublicFigures["packages"][number]) {
  const { day, week, month } = micros;
  return {
    name,
    cells: [threads, usd(formatWireUsd(day)), usd(formatWireUsd(week)), usd(formatWireUsd(month))],
  };
}

/** At least two decimals, so that the points stand under each other. */
function usd(amount: string): string {
  const [whole, fraction = ""] = amount.split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}

// Rounded down, so that 100 % is said only of everything.
function shareOf(answered: number, unsolved: number): string {
  const all = answered + unsolved;
  return all === 0 ? "–" : `${(Math.floor((answered / all) * 1_000) / 10).toString()} %`;
}

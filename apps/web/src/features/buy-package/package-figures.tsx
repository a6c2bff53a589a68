import type { CustomerPackages } from "@sightline/contract/packages";
import { FigureRow } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import { useTranslation } from "react-i18next";

export function PackageFigures({ packages }: { packages: CustomerPackages }) {
  const { t } = useTranslation("money");
  const { threads, hour, availableMicros, purchases } = packages;
  const running = purchases.find(({ state }) => state === "running");
  return (
    <FigureRow
      figures={[
        {
          label: t("packages.threads"),
          value: threads.max === 0 ? t("packages.noThreads") : `${threads.running} / ${threads.max}`,
          note: t("packages.threadsNote"),
        },
        {
          label: t("packages.hour"),
          value: hour.answers,
          ...(threads.max > 0 && { note: t("packages.hourNote", { max: threads.max * hour.perThreadMax }) }),
        },
        {
          label: t("packages.ends"),
          value: running?.endsAtMs ? (
            <RelativeTime timeMs={running.endsAtMs} focusable />
          ) : (
            t("packages.never")
          ),
        },
        { label: t("packages.available"), value: <Money micros={availableMicros} /> },
      ]}
    />
  );
}

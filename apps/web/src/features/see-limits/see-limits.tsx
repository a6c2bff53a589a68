import { LIMITS } from "@sightline/contract/limits";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { live } from "../../lib/live";
import { trpc } from "../../lib/trpc";
import { BanTable } from "./ban-table";
import { LimitGauge } from "./limit-gauge";

const saysOf = (name: keyof typeof LIMITS) => LIMITS[name].says;

/** Gauges before a ban, and the history after it. */
export function SeeLimits() {
  const { t } = useTranslation("limits");
  const { data, error, refetch } = useQuery(trpc.limits.mine.queryOptions(undefined, live));
  if (data === undefined) {
    return error ? (
      <LoadError title={t("failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={8} />
    );
  }
  return (
    <div className="flex flex-col gap-10">
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {data.gauges.map((gauge) => (
          <LimitGauge key={gauge.name} gauge={gauge} />
        ))}
      </ul>
      <Section title={t("history")}>
        <BanTable bans={data.bans} saysOf={saysOf} />
      </Section>
    </div>
  );
}

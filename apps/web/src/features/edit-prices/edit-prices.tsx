import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { formatPricePerThousand } from "../../lib/read-price";
import { PriceForm } from "./price-form";
import { priceHistoryQuery, pricesQuery } from "./queries";

export function EditPrices() {
  const { t } = useTranslation("staff");
  // What is being typed must not be replaced by a look at another window.
  const { data, error, refetch } = useQuery({ ...pricesQuery, refetchOnWindowFocus: false });
  const history = useQuery(priceHistoryQuery).data;
  if (data === undefined) {
    return error ? (
      <LoadError title={t("prices.failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={4} />
    );
  }
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2 2xl:grid-cols-3">
      {data.map((row) => (
        <Section
          key={row.kind}
          title={t(`prices.kinds.${row.kind}`)}
          lead={t("prices.now", { rate: formatPricePerThousand(row.rateMicros) })}
          raised
        >
          <PriceForm row={row} history={history?.find(({ kind }) => kind === row.kind)} />
        </Section>
      ))}
    </div>
  );
}

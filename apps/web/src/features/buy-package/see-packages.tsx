import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { PackageFigures } from "./package-figures";
import { PackageOffers } from "./package-offers";
import { PackageOptions } from "./package-options";
import { PurchaseTable } from "./purchase-table";
import { packagesQuery } from "./queries";

/** The running package, what is on offer, and what was bought. */
export function SeePackages() {
  const { t } = useTranslation("money");
  const { data, error, refetch } = useQuery(packagesQuery);
  if (data === undefined) {
    return error ? (
      <LoadError title={t("packages.failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={6} />
    );
  }
  return (
    <>
      <PackageFigures packages={data} />
      <Section title={t("packages.offers")}>
        <PackageOffers packages={data} />
      </Section>
      <Section title={t("packages.options")} raised>
        <PackageOptions packages={data} />
      </Section>
      <Section title={t("packages.history")}>
        <PurchaseTable purchases={data.purchases} />
      </Section>
    </>
  );
}

import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { AddressesForm } from "./addresses-form";
import { allowedAddressesQuery } from "./queries";

/** From where this customer's keys may be used. */
export function AllowAddresses() {
  const { t } = useTranslation("customer");
  const { data, error, refetch } = useQuery({ ...allowedAddressesQuery, refetchOnWindowFocus: false });
  return (
    <Section title={t("settings.addressesTitle")} lead={t("settings.addressesLead")}>
      {data ? (
        <AddressesForm saved={data} />
      ) : error ? (
        <LoadError title={t("settings.failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock />
      )}
    </Section>
  );
}

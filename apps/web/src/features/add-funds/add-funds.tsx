import { FigureRow } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { DepositAddress } from "./deposit-address";
import { ListDeposits } from "./list-deposits";
import { ProfileForm } from "./profile-form";
import { billingQuery } from "./queries";

/** The balance, the way to fill it, what came in: all of it live. */
export function AddFunds() {
  const { t } = useTranslation("billing");
  const { data, error, refetch } = useQuery(billingQuery);
  if (data === undefined) {
    return error ? (
      <LoadError title={t("failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={8} />
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <FigureRow
        figures={[
          { label: t("available"), value: <Money micros={data.availableMicros} /> },
          { label: t("held"), value: <Money micros={data.heldMicros} /> },
        ]}
      />
      <DepositAddress billing={data} />
      <ListDeposits />
      <ProfileForm billing={data} />
    </div>
  );
}

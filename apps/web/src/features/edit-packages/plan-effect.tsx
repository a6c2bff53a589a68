import { PACKAGE_SPANS, type PackageOffer, type PlanHistory } from "@sightline/contract/packages";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { useTranslation } from "react-i18next";

type Prices = PackageOffer["micros"];

/** Whom the form would concern when it is saved: who keeps what was bought, and what the next renewals cost them. */
export function PlanEffect({
  history: { running, renewals },
  now,
  typed,
  offered,
}: {
  history: PlanHistory;
  now: Prices;
  typed: Record<keyof Prices, number | null>;
  offered: boolean;
}) {
  const { t } = useTranslation("staffMoney");
  const count = PACKAGE_SPANS.reduce((sum, span) => sum + renewals[span], 0);
  const cost = (prices: typeof typed) =>
    PACKAGE_SPANS.reduce((sum, span) => sum + renewals[span] * (prices[span] ?? 0), 0);
  return (
    <>
      <Facts
        facts={[
          { label: t("packages.keep"), value: running },
          { label: t("packages.renewals"), value: count },
          { label: t("packages.renewNow"), value: <Money micros={cost(now)} /> },
          { label: t("packages.renewThen"), value: <Money micros={offered ? cost(typed) : 0} /> },
        ]}
      />
      {!offered && count > 0 && <p>{t("packages.renewalsEnd", { count })}</p>}
    </>
  );
}

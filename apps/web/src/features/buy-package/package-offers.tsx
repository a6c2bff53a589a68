import type { CustomerPackages, PackageOffer, PackageSpan } from "@sightline/contract/packages";
import { Button } from "@sightline/ui/button";
import { Money } from "@sightline/ui/money";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

const BuyPackageDialog = lazy(async () => ({
  default: (await import("./buy-package-dialog")).BuyPackageDialog,
}));

const SPANS: PackageSpan[] = ["day", "week", "month"];

/** The offers side by side, each with its three prices. */
export function PackageOffers({ packages }: { packages: CustomerPackages }) {
  const { t } = useTranslation("money");
  const [buying, setBuying] = useState<PackageOffer | null>(null);
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-5">
        {packages.offers.map((offer) => (
          <li
            key={offer.name}
            className="flex min-w-0 flex-col gap-3 rounded-10 border border-line bg-surface p-4"
          >
            <div>
              <h3 className="font-semibold">{offer.name}</h3>
              <p className="text-text-quiet">{t("packages.offer", { threads: offer.threads })}</p>
            </div>
            <dl className="flex flex-col gap-1">
              {SPANS.map((span) => (
                <div key={span} className="flex items-baseline justify-between gap-2">
                  <dt className="text-13 text-text-quiet">{t(`packages.spans.${span}`)}</dt>
                  <dd>
                    <Money micros={offer.micros[span]} className="text-13 whitespace-nowrap" />
                  </dd>
                </div>
              ))}
            </dl>
            <Button onPress={() => setBuying(offer)} className="mt-auto">
              {t("packages.buyOf", { name: offer.name })}
            </Button>
          </li>
        ))}
      </ul>
      <Suspense>
        {buying && <BuyPackageDialog offer={buying} packages={packages} onClose={() => setBuying(null)} />}
      </Suspense>
    </>
  );
}

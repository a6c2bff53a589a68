import { PageShell } from "@sightline/ui/page-shell";
import { TextLink } from "@sightline/ui/text-link";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ReceiptOfDeposit } from "../../features/add-funds/receipt";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { billingText } from "../../text/billing";

addText("billing", billingText);

const route = getRouteApi("/app/billing/receipt/$depositId");

/** Outside the area's frame, so that printing the page prints the receipt. */
export function ReceiptRoute() {
  const { t } = useTranslation("billing");
  const { depositId } = route.useParams();
  return (
    <main>
      <PageShell title={t("receipt")} brand={BRAND} width="text">
        <ReceiptOfDeposit depositId={Number(depositId)} />
        <p className="print:hidden">
          <TextLink href="/app/billing">{t("back")}</TextLink>
        </p>
      </PageShell>
    </main>
  );
}

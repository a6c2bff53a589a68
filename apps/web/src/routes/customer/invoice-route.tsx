import { PageShell } from "@sightline/ui/page-shell";
import { TextLink } from "@sightline/ui/text-link";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { InvoiceOfMonth } from "../../features/see-invoices/invoice-of-month";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { invoicesText } from "../../text/invoices";

addText("invoices", invoicesText);

const route = getRouteApi("/app/billing/invoice/$month");

/** Outside the area's frame, so that printing the page prints the invoice. */
export function InvoiceRoute() {
  const { t } = useTranslation("invoices");
  const { month } = route.useParams();
  return (
    <main>
      <PageShell title={t("invoice")} brand={BRAND} width="text">
        <InvoiceOfMonth month={month} />
        <p className="print:hidden">
          <TextLink href="/app/billing">{t("back")}</TextLink>
        </p>
      </PageShell>
    </main>
  );
}

import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { AddFunds } from "../../features/add-funds/add-funds";
import { ListInvoices } from "../../features/see-invoices/list-invoices";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { billingText } from "../../text/billing";
import { invoicesText } from "../../text/invoices";

addText("billing", billingText);
addText("invoices", invoicesText);

export function BillingRoute() {
  const { t } = useTranslation("billing");
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <AddFunds />
      <ListInvoices />
    </PageShell>
  );
}

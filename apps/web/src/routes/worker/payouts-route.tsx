import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { GetPaid } from "../../features/get-paid/get-paid";
import { BRAND } from "../../lib/brand";

export function WorkerPayoutsRoute() {
  const { t } = useTranslation("payouts");
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <GetPaid />
    </PageShell>
  );
}

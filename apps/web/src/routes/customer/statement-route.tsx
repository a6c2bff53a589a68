import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { ShowStatement } from "../../features/show-statement/show-statement";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { moneyText } from "../../text/money";

addText("money", moneyText);

export function StatementRoute() {
  const { t } = useTranslation("money");
  return (
    <PageShell title={t("statement.title")} lead={t("statement.lead")} brand={BRAND}>
      <ShowStatement />
    </PageShell>
  );
}

import { PageShell } from "@sightline/ui/page-shell";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SeeUsage } from "../../features/see-usage/see-usage";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { usageText } from "../../text/usage";

addText("usage", usageText);

const route = getRouteApi("/app/usage");

export function UsageRoute() {
  const { t } = useTranslation("usage");
  const { span = "month" } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <SeeUsage span={span} onSpan={(chosen) => void navigate({ search: { span: chosen } })} />
    </PageShell>
  );
}

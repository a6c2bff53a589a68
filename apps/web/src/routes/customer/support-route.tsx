import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { SupportForm } from "../../features/ask-support/support-form";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";

export function SupportRoute() {
  const { t } = useTranslation("support");
  const { email } = useMe();
  return (
    <PageShell title={t("nav")} lead={t("lead")} brand={BRAND} width="text">
      <SupportForm email={email} />
    </PageShell>
  );
}

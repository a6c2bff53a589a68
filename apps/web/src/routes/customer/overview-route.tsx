import { PageShell } from "@sightline/ui/page-shell";
import { ButtonLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { SeeOverview } from "../../features/see-overview/see-overview";
import { SendFirstImage } from "../../features/send-first-image/send-first-image";
import { BRAND } from "../../lib/brand";

export function OverviewRoute() {
  const { t } = useTranslation("customer");
  return (
    <PageShell title={t("overview.title")} brand={BRAND}>
      <SeeOverview
        firstStep={<SendFirstImage apiKey={null} />}
        onward={
          <ButtonLink href="/app/tasks" className="self-start">
            {t("overview.tasks")}
          </ButtonLink>
        }
      />
    </PageShell>
  );
}

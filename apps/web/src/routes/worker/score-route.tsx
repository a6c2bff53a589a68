import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { SeeScore } from "../../features/see-score/see-score";
import { BRAND } from "../../lib/brand";

/** `/work/score` */
export function ScoreRoute() {
  const { t } = useTranslation("score");
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <SeeScore />
    </PageShell>
  );
}

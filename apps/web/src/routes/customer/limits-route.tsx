import { PageShell } from "@sightline/ui/page-shell";
import { TextLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { SeeLimits } from "../../features/see-limits/see-limits";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { limitsText } from "../../text/limits";

addText("limits", limitsText);

export function LimitsRoute() {
  const { t } = useTranslation("limits");
  return (
    <PageShell
      title={t("title")}
      lead={
        <>
          {t("lead")}{" "}
          <TextLink href="/docs/limits" target="_blank">
            {t("docs")}
          </TextLink>
        </>
      }
      brand={BRAND}
    >
      <SeeLimits />
    </PageShell>
  );
}

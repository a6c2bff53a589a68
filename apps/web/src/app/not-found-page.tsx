import { ButtonLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { LonePage } from "./lone-page";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <LonePage title={t("notFound.title")}>
      <p className="text-text-quiet">{t("notFound.body")}</p>
      <ButtonLink href="/" tone="primary">
        {t("notFound.home")}
      </ButtonLink>
    </LonePage>
  );
}

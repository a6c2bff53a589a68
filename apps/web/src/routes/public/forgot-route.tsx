import { TextLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { NarrowPage } from "../../components/narrow-page";
import { PublicFrame } from "../../components/public-frame";
import { RequestResetForm } from "../../features/reset-password/request-reset-form";
import "./public-text";

export function ForgotRoute() {
  const { t } = useTranslation("public");
  return (
    <PublicFrame links={false}>
      <NarrowPage title={t("forgot.title")} lead={t("forgot.lead")}>
        <RequestResetForm />
        <p>
          <TextLink href="/login">{t("forgot.back")}</TextLink>
        </p>
      </NarrowPage>
    </PublicFrame>
  );
}

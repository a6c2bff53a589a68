import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { NarrowPage } from "../../components/narrow-page";
import { PublicFrame } from "../../components/public-frame";
import { NewPasswordForm } from "../../features/reset-password/new-password-form";
import "./public-text";

/** The link's secret stands behind the `#`. */
export function ResetRoute() {
  const { t } = useTranslation("public");
  const token = useLocation({ select: (location) => location.hash });
  return (
    <PublicFrame links={false}>
      <NarrowPage title={t("reset.title")}>
        <NewPasswordForm token={token} />
      </NarrowPage>
    </PublicFrame>
  );
}

import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { NarrowPage } from "../../components/narrow-page";
import { PublicFrame } from "../../components/public-frame";
import { ConfirmEmail } from "../../features/confirm-email/confirm-email";
import "./public-text";

/** The link's secret stands behind the `#`. */
export function ConfirmRoute() {
  const { t } = useTranslation("public");
  const token = useLocation({ select: (location) => location.hash });
  return (
    <PublicFrame links={false}>
      <NarrowPage title={t("confirm.title")}>
        <ConfirmEmail token={token} />
      </NarrowPage>
    </PublicFrame>
  );
}

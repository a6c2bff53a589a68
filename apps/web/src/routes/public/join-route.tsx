import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { NarrowPage } from "../../components/narrow-page";
import { PublicFrame } from "../../components/public-frame";
import { JoinForm } from "../../features/join-team/join-form";
import { useEnter } from "./use-enter";
import "./public-text";

/** The link's secret stands behind the `#`. */
export function JoinRoute() {
  const { t } = useTranslation("public");
  const token = useLocation({ select: (location) => location.hash });
  const enter = useEnter();
  return (
    <PublicFrame links={false}>
      <NarrowPage title={t("join.title")} lead={t("join.lead")}>
        <JoinForm token={token} onJoined={(me) => enter(me)} />
      </NarrowPage>
    </PublicFrame>
  );
}

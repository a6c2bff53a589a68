import { useTranslation } from "react-i18next";
import { NarrowPage } from "../../components/narrow-page";
import { PublicFrame } from "../../components/public-frame";
import { AcceptInvitationForm } from "../../features/accept-invitation/accept-invitation-form";
import { useEnter } from "./use-enter";

export function InvitedPage({ token }: { token: string }) {
  const { t } = useTranslation("public");
  const enter = useEnter();
  return (
    <PublicFrame links={false}>
      <NarrowPage title={t("invite.title")} lead={t("invite.lead")}>
        <AcceptInvitationForm token={token} onAccepted={(me) => enter(me)} />
      </NarrowPage>
    </PublicFrame>
  );
}

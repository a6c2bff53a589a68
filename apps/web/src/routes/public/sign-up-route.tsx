import { TextLink } from "@sightline/ui/text-link";
import { getRouteApi, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NarrowPage } from "../../components/narrow-page";
import { PublicFrame } from "../../components/public-frame";
import { type SignedUp, SignUpForm } from "../../features/sign-up/sign-up-form";
import { InvitedPage } from "./invited-page";
import { useEnter } from "./use-enter";
import { WelcomePage } from "./welcome-page";
import "./public-text";

const route = getRouteApi("/signup");
const INVITATION = "invitation=";

/** Sign-up for customers and workers; with an invitation's secret behind the `#`, the one for staff. */
export function SignUpRoute() {
  const { t } = useTranslation("public");
  const { as } = route.useSearch();
  const hash = useLocation({ select: (location) => location.hash });
  const enter = useEnter();
  const [welcomed, setWelcomed] = useState<SignedUp | null>(null);

  if (hash.startsWith(INVITATION)) return <InvitedPage token={hash.slice(INVITATION.length)} />;
  if (welcomed?.firstApiKey) return <WelcomePage me={welcomed.me} apiKey={welcomed.firstApiKey} />;
  return (
    <PublicFrame links={false}>
      <NarrowPage title={t("signUp.title")}>
        <SignUpForm
          initialRole={as ?? "customer"}
          onSignedUp={(signedUp) => (signedUp.firstApiKey ? setWelcomed(signedUp) : enter(signedUp.me))}
        />
        <p className="text-text-quiet">
          {t("signUp.haveAccount")} <TextLink href="/login">{t("signUp.logIn")}</TextLink>
        </p>
      </NarrowPage>
    </PublicFrame>
  );
}

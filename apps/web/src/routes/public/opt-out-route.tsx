import type { OptOutReply } from "@sightline/contract/sites";
import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NarrowPage } from "../../components/narrow-page";
import { PublicFrame } from "../../components/public-frame";
import { AskOptOutForm } from "../../features/opt-out/ask-opt-out-form";
import { ConfirmOptOut } from "../../features/opt-out/confirm-opt-out";
import { ProveOptOut } from "../../features/opt-out/prove-opt-out";
import { addText } from "../../lib/text";
import { optOutText } from "../../text/opt-out";
import "./public-text";

addText("optOut", optOutText);
const CONFIRMATION = "confirm=";

/** Opt-out for owners of sites, without an account; with a secret behind the `#`, the step that confirms the mail. */
export function OptOutRoute() {
  const { t } = useTranslation("optOut");
  const hash = useLocation({ select: (location) => location.hash });
  const [asked, setAsked] = useState<OptOutReply | null>(null);
  const confirms = hash.startsWith(CONFIRMATION);
  return (
    <PublicFrame>
      {confirms ? (
        <NarrowPage title={t("confirmTitle")}>
          <ConfirmOptOut secret={hash.slice(CONFIRMATION.length)} />
        </NarrowPage>
      ) : (
        <NarrowPage title={t("title")} lead={t("lead")}>
          {asked ? <ProveOptOut asked={asked} /> : <AskOptOutForm onAsked={setAsked} />}
        </NarrowPage>
      )}
    </PublicFrame>
  );
}

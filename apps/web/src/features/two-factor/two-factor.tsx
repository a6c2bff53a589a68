import type { StartTwoFactorReply } from "@sightline/contract/two-factor";
import { Badge } from "@sightline/ui/badge";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { FinishForm } from "./finish-form";
import { PasswordForm } from "./password-form";
import { startMutation, stopMutation, twoFactorQuery } from "./queries";

type Started = Extract<StartTwoFactorReply, { outcome: "started" }>;

/** The second factor of one's own log-in: off, being set up, on. */
export function TwoFactor() {
  const { t } = useTranslation();
  const toast = useToast();
  const { data: isOn, error, refetch } = useQuery(twoFactorQuery);
  const [started, setStarted] = useState<Started | null>(null);
  const start = useMutation(startMutation());
  const stop = useMutation(stopMutation());
  const done = (words: string) => {
    setStarted(null);
    start.reset();
    stop.reset();
    toast({ tone: "good", text: words });
  };

  return (
    <Section
      title={t("twoFactor.title")}
      lead={t("twoFactor.lead")}
      action={isOn ? <Badge tone="good">{t("twoFactor.on")}</Badge> : undefined}
    >
      {isOn === undefined && error && (
        <LoadError title={t("twoFactor.loadFailed")} error={error} onRetry={refetch} />
      )}
      {isOn === false && started === null && (
        <PasswordForm
          send={t("twoFactor.start")}
          refused={start.data?.outcome === "refused"}
          error={start.error}
          pending={start.isPending}
          onSend={(password) =>
            start.mutate(
              { password },
              { onSuccess: (reply) => reply.outcome === "started" && setStarted(reply) },
            )
          }
        />
      )}
      {isOn === false && started !== null && (
        <FinishForm
          uri={started.uri}
          codes={started.recoveryCodes}
          onDone={() => done(t("twoFactor.isOn"))}
        />
      )}
      {isOn && (
        <>
          <Notice tone="info">{t("twoFactor.onNote")}</Notice>
          <PasswordForm
            send={t("twoFactor.stop")}
            danger
            refused={stop.data?.outcome === "refused"}
            error={stop.error}
            pending={stop.isPending}
            onSend={(password) =>
              stop.mutate(
                { password },
                { onSuccess: (reply) => reply.outcome === "done" && done(t("twoFactor.isOff")) },
              )
            }
          />
        </>
      )}
    </Section>
  );
}

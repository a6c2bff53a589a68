import type { LogInReply, Me } from "@sightline/contract/session";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { type PasskeyFailure, passkeysHere, signWithPasskey } from "../../lib/passkey-ceremony";
import { trpcClient } from "../../lib/trpc-client";

type Outcome = LogInReply | { outcome: PasskeyFailure };

/** Logs in by a passkey: nothing is typed, the passkey says whose it is. Nothing where the page may use none. */
export function PasskeyButton({ label, onLoggedIn }: { label: string; onLoggedIn: (me: Me) => void }) {
  const { t } = useTranslation("public");
  const logIn = useMutation({
    mutationFn: logInByPasskey,
    onSuccess: (reply) => reply.outcome === "logged_in" && onLoggedIn(reply.me),
  });
  if (passkeysHere() !== "possible") return null;
  return (
    <>
      {logIn.data && !logIn.isPending && <Refused reply={logIn.data} />}
      <SendError title={t("logIn.failed")} error={logIn.error} />
      <Button wide isPending={logIn.isPending} onPress={() => logIn.mutate()}>
        {label}
      </Button>
    </>
  );
}

async function logInByPasskey(): Promise<Outcome> {
  const offered = await trpcClient.passkeys.offerLogIn.mutate();
  if (offered.outcome !== "offered") return offered;
  const signed = await signWithPasskey(offered.options);
  if ("failure" in signed) return { outcome: signed.failure };
  return trpcClient.passkeys.logIn.mutate({ response: signed.response });
}

function Refused({ reply }: { reply: Outcome }) {
  const { t } = useTranslation("public");
  if (reply.outcome === "logged_in") return null;
  return (
    <Notice tone={reply.outcome === "confirm_first" ? "wait" : "bad"} urgent>
      {reply.outcome === "too_many_attempts"
        ? t("logIn.tooMany", { count: Math.ceil(reply.retryAfterSeconds / 60) })
        : reply.outcome === "confirm_first"
          ? t("logIn.confirmFirst")
          : reply.outcome === "refused"
            ? t("logIn.passkeyRefused")
            : t("logIn.passkeyCancelled")}
    </Notice>
  );
}

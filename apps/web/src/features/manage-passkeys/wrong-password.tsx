import { Notice } from "@sightline/ui/notice";
import { useTranslation } from "react-i18next";

type Reply = { outcome: "refused" } | { outcome: "too_many_attempts"; retryAfterSeconds: number };

/** Why the password that was asked again was not taken. */
export function WrongPassword({ reply }: { reply: Reply }) {
  const { t } = useTranslation("passkeys");
  return (
    <Notice tone={reply.outcome === "refused" ? "bad" : "wait"} urgent>
      {reply.outcome === "refused"
        ? t("wrongPassword")
        : t("tooMany", { count: Math.ceil(reply.retryAfterSeconds / 60) })}
    </Notice>
  );
}

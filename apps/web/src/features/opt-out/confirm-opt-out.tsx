import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { confirmOptOutMutation } from "./queries";

const SAYS = {
  switched_off: { tone: "good", text: "off" },
  confirmed: { tone: "good", text: "confirmed" },
  not_proved: { tone: "wait", text: "notProved" },
  unknown: { tone: "bad", text: "unknown" },
} as const;

/** The link of the mail leads here. A press of a person counts, since programs open links, too. */
export function ConfirmOptOut({ secret }: { secret: string }) {
  const { t } = useTranslation("optOut");
  const confirm = useMutation(confirmOptOutMutation());
  if (confirm.data !== undefined) {
    const { tone, text } = SAYS[confirm.data];
    return (
      <Notice tone={tone} urgent>
        {t(text)}
      </Notice>
    );
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <p>{t("confirmBody")}</p>
      <SendError title={t("confirmFailed")} error={confirm.error} />
      <Button tone="primary" isPending={confirm.isPending} onPress={() => confirm.mutate({ secret })}>
        {t("confirm")}
      </Button>
    </div>
  );
}

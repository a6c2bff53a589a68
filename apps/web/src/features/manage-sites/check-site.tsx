import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { checkSiteMutation } from "./queries";

const TONES = { good: "good", wrong: "bad", unreachable: "wait" } as const;

/** Looks for the proof now, and says what was there. */
export function CheckSite({ id }: { id: number }) {
  const { t } = useTranslation("sites");
  const check = useMutation(checkSiteMutation());
  return (
    <div className="flex flex-col items-start gap-3">
      <Button tone="primary" isPending={check.isPending} onPress={() => check.mutate({ id })}>
        {t("check")}
      </Button>
      <SendError title={t("checkFailed")} error={check.error} />
      <div role="status" className="w-full empty:hidden">
        {check.data && (
          <Notice tone={TONES[check.data.outcome]}>
            <span className="font-medium">{t(`outcomes.${check.data.outcome}`)}.</span>{" "}
            <span className="break-words">{check.data.detail}</span>
          </Notice>
        )}
      </div>
    </div>
  );
}

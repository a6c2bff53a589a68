import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { useNow } from "@sightline/ui/now";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { endPreviousMutation } from "./queries";

export interface PreviousSecretProps {
  keyId: number;
  previous: NonNullable<ApiKeyRow["previous"]>;
}

/** How long the old secret still works, counted down, and the button that ends it. */
export function PreviousSecret({ keyId, previous }: PreviousSecretProps) {
  const { t } = useTranslation("keys");
  const toast = useToast();
  const end = useMutation(endPreviousMutation());
  const left = useNow((nowMs) => formatLeft(previous.untilMs - nowMs));
  const send = () =>
    end.mutate({ id: keyId }, { onSuccess: () => toast({ tone: "good", text: t("endedPrevious") }) });
  return (
    <Notice tone="wait">
      <div className="flex flex-col items-start gap-3">
        <p className="tabular">{t("previous", { prefix: previous.prefix, left })}</p>
        <SendError title={t("endFailed")} error={end.error} />
        <Button size="small" isPending={end.isPending} onPress={send}>
          {t("endPrevious")}
        </Button>
      </div>
    </Notice>
  );
}

/** `2 d 4 h`, `4 h 12 min`, `12 min 5 s`. */
function formatLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const [days, hours, minutes] = [86_400, 3_600, 60].map((unit) => Math.floor(seconds / unit)) as [
    number,
    number,
    number,
  ];
  if (days > 0) return `${days} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return `${minutes} min ${seconds % 60} s`;
}

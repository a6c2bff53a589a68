import { finishTwoFactorSchema } from "@sightline/contract/two-factor";
import { Button } from "@sightline/ui/button";
import { CopyButton } from "@sightline/ui/copy-button";
import { Notice } from "@sightline/ui/notice";
import { QrCode } from "@sightline/ui/qr-code";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { finishMutation } from "./queries";

export interface FinishFormProps {
  /** What the app reads from the picture. */
  uri: string;
  codes: readonly string[];
  onDone: () => void;
}

/** Sets up the app and keeps the recovery codes; the first code of the app switches it on. */
export function FinishForm({ uri, codes, onDone }: FinishFormProps) {
  const { t } = useTranslation();
  const finish = useMutation(finishMutation());
  const form = useForm(finishTwoFactorSchema, { code: "" }, (output) =>
    finish.mutate(output, { onSuccess: (reply) => reply.outcome === "done" && onDone() }),
  );
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <div className="flex flex-col gap-5">
      <p>{t("twoFactor.scan")}</p>
      <div className="flex flex-wrap items-start gap-5">
        <QrCode text={uri} label={t("twoFactor.qr")} />
        <div className="flex min-w-0 flex-col gap-2">
          <span className="text-13 text-text-quiet">{t("twoFactor.byHand")}</span>
          <span className="flex items-center gap-2">
            <code className="min-w-0 font-mono text-13 break-all">{secret}</code>
            <CopyButton text={secret} label={t("twoFactor.copySecret")} />
          </span>
        </div>
      </div>
      <Notice tone="wait">{t("twoFactor.codesLead")}</Notice>
      <div className="flex items-start gap-3">
        <ul className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-13">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <CopyButton text={codes.join("\n")} label={t("twoFactor.copyCodes")} />
      </div>
      <form noValidate onSubmit={form.onSubmit} className="flex max-w-sm flex-col items-start gap-4">
        <TextField
          {...form.field("code")}
          label={t("twoFactor.code")}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        {finish.data?.outcome === "refused" && (
          <Notice tone="bad" urgent>
            {t("twoFactor.wrongCode")}
          </Notice>
        )}
        <SendError title={t("twoFactor.failed")} error={finish.error} />
        <Button type="submit" tone="primary" isPending={finish.isPending}>
          {t("twoFactor.finish")}
        </Button>
      </form>
    </div>
  );
}

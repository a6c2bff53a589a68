import { startTwoFactorSchema } from "@sightline/contract/two-factor";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";

export interface PasswordFormProps {
  /** What the button does. */
  send: string;
  danger?: boolean;
  refused: boolean;
  error: unknown;
  pending: boolean;
  onSend: (password: string) => void;
}

/** The password again, since an open page is not proof of who sits before it. */
export function PasswordForm({ send, danger = false, refused, error, pending, onSend }: PasswordFormProps) {
  const { t } = useTranslation();
  const form = useForm(startTwoFactorSchema, { password: "" }, ({ password }) => onSend(password));
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex max-w-sm flex-col items-start gap-4">
      <TextField
        {...form.field("password")}
        label={t("twoFactor.password")}
        type="password"
        autoComplete="current-password"
      />
      {refused && (
        <Notice tone="bad" urgent>
          {t("twoFactor.wrongPassword")}
        </Notice>
      )}
      <SendError title={t("twoFactor.failed")} error={error} />
      <Button type="submit" tone={danger ? "danger" : "plain"} isPending={pending}>
        {send}
      </Button>
    </form>
  );
}

import { resetPasswordSchema } from "@sightline/contract/access";
import { PASSWORD_MIN_LENGTH } from "@sightline/contract/session";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { ButtonLink, TextLink } from "@sightline/ui/text-link";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { trpc } from "../../lib/trpc";
import { useForm } from "../../lib/use-form";

const schema = resetPasswordSchema.omit({ token: true });

export function NewPasswordForm({ token }: { token: string }) {
  const { t } = useTranslation("public");
  const reset = useMutation(trpc.access.resetPassword.mutationOptions());
  const form = useForm(schema, { password: "" }, ({ password }) => reset.mutate({ token, password }));
  // A link that was cut off on its way is refused as malformed; to its reader that is the same thing.
  const invalid = reset.data?.outcome === "not_possible" || reset.error?.data?.code === "BAD_REQUEST";

  if (reset.data?.outcome === "done") {
    return (
      <div className="flex flex-col gap-4">
        <Notice tone="good">{t("reset.done")}</Notice>
        <ButtonLink href="/login" tone="primary">
          {t("logIn.send")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField
        {...form.field("password")}
        label={t("reset.password")}
        help={t("signUp.passwordHelp", { min: PASSWORD_MIN_LENGTH })}
        type="password"
        autoComplete="new-password"
        autoFocus
      />
      {invalid ? (
        <Notice tone="bad" urgent>
          {t("reset.invalid")} <TextLink href="/forgot">{t("reset.again")}</TextLink>
        </Notice>
      ) : (
        <SendError title={t("reset.failed")} error={reset.error} />
      )}
      <Button type="submit" tone="primary" wide isPending={reset.isPending}>
        {t("reset.send")}
      </Button>
    </form>
  );
}

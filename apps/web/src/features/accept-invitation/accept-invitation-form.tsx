import { acceptInvitationSchema, type Me, PASSWORD_MIN_LENGTH } from "@sightline/contract/session";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { trpc } from "../../lib/trpc";
import { useForm } from "../../lib/use-form";

const schema = acceptInvitationSchema.omit({ token: true });

export function AcceptInvitationForm({ token, onAccepted }: { token: string; onAccepted: (me: Me) => void }) {
  const { t } = useTranslation("public");
  const accept = useMutation(
    trpc.session.acceptInvitation.mutationOptions({
      onSuccess: (reply) => reply.outcome === "signed_up" && onAccepted(reply.me),
    }),
  );
  const form = useForm(schema, { name: "", password: "" }, (person) => accept.mutate({ token, ...person }));
  // A link that was cut off on its way is refused as malformed; to its reader that is the same thing.
  const invalid = accept.data?.outcome === "not_possible" || accept.error?.data?.code === "BAD_REQUEST";

  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField {...form.field("name")} label={t("invite.name")} autoComplete="name" autoFocus />
      <TextField
        {...form.field("password")}
        label={t("invite.password")}
        help={t("signUp.passwordHelp", { min: PASSWORD_MIN_LENGTH })}
        type="password"
        autoComplete="new-password"
      />
      {invalid ? (
        <Notice tone="bad" urgent>
          {t("invite.invalid")}
        </Notice>
      ) : accept.data?.outcome === "waits" ? (
        <Notice tone="wait" urgent>
          {t("invite.waits")}
        </Notice>
      ) : (
        <SendError title={t("invite.failed")} error={accept.error} />
      )}
      <Button type="submit" tone="primary" wide isPending={accept.isPending}>
        {t("invite.send")}
      </Button>
    </form>
  );
}

import { PASSWORD_MIN_LENGTH, type SignUpReply, signUpSchema } from "@sightline/contract/session";
import { Button } from "@sightline/ui/button";
import { CheckField } from "@sightline/ui/check-field";
import { ChoiceCards } from "@sightline/ui/choice-cards";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { TextLink } from "@sightline/ui/text-link";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Trans, useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { policyQuery } from "../../lib/policy";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";
import { useForm } from "../../lib/use-form";

export type SignedUp = Extract<SignUpReply, { outcome: "signed_up" }>;
type SignUpRole = z.infer<typeof signUpSchema>["role"];

export interface SignUpFormProps {
  initialRole: SignUpRole;
  onSignedUp: (signedUp: SignedUp) => void;
}

export function SignUpForm({ initialRole, onSignedUp }: SignUpFormProps) {
  const { t } = useTranslation("public");
  const schema = useMemo(
    () =>
      signUpSchema
        .omit({ acceptedPolicyVersion: true })
        .extend({ policy: z.literal(true, t("signUp.policyMissing")) }),
    [t],
  );
  const { data: inEffect } = useQuery(policyQuery);
  const signUp = useMutation(
    trpc.session.signUp.mutationOptions({
      onSuccess: (reply) => reply.outcome === "signed_up" && onSignedUp(reply),
      // The policy may have another version by now, which is then to be read.
      onError: () => queryClient.invalidateQueries({ queryKey: policyQuery.queryKey }),
    }),
  );
  const initial = {
    role: initialRole as SignUpRole,
    name: "",
    email: "",
    password: "",
    policy: false as boolean,
  };
  const form = useForm(schema, initial, ({ policy: _accepted, ...person }) => {
    if (inEffect) signUp.mutate({ ...person, acceptedPolicyVersion: inEffect.version });
  });
  const policy = form.field("policy");

  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <ChoiceCards
        label={t("signUp.role")}
        name="role"
        value={form.values.role}
        onChange={form.field("role").onChange}
        choices={[
          { value: "customer", title: t("signUp.customer"), note: t("signUp.customerNote") },
          { value: "worker", title: t("signUp.worker"), note: t("signUp.workerNote") },
        ]}
      />
      <TextField
        {...form.field("name")}
        label={t("signUp.name")}
        help={t("signUp.nameHelp")}
        autoComplete="name"
      />
      <TextField {...form.field("email")} label={t("signUp.email")} type="email" autoComplete="username" />
      <TextField
        {...form.field("password")}
        label={t("signUp.password")}
        help={t("signUp.passwordHelp", { min: PASSWORD_MIN_LENGTH })}
        type="password"
        autoComplete="new-password"
      />
      <CheckField name="policy" checked={policy.value} onChange={policy.onChange} error={policy.error}>
        <Trans
          t={t}
          i18nKey="signUp.policy"
          values={{ version: inEffect?.version ?? "…" }}
          components={{
            policy: (
              <TextLink href="/policy" target="_blank">
                {null}
              </TextLink>
            ),
          }}
        />
      </CheckField>
      {signUp.data && <Refused reply={signUp.data} />}
      <SendError title={t("signUp.failed")} error={signUp.error} />
      <Button type="submit" tone="primary" wide isPending={signUp.isPending || inEffect === undefined}>
        {t("signUp.send")}
      </Button>
    </form>
  );
}

function Refused({ reply }: { reply: SignUpReply }) {
  const { t } = useTranslation("public");
  if (reply.outcome === "signed_up") return null;
  if (reply.outcome === "check_mail") return <Notice tone="good">{t("signUp.checkMail")}</Notice>;
  return (
    <Notice tone="bad" urgent>
      {reply.outcome === "not_possible"
        ? t("signUp.notPossible")
        : t("logIn.tooMany", { count: Math.ceil(reply.retryAfterSeconds / 60) })}
    </Notice>
  );
}

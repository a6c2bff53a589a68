import { type Me, PASSWORD_MIN_LENGTH } from "@sightline/contract/session";
import { joinTeamSchema } from "@sightline/contract/team";
import { Button } from "@sightline/ui/button";
import { CheckField } from "@sightline/ui/check-field";
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

/** What the log-in of somebody who was invited still lacks. */
export function JoinForm({ token, onJoined }: { token: string; onJoined: (me: Me) => void }) {
  const { t } = useTranslation("public");
  const schema = useMemo(
    () =>
      joinTeamSchema
        .omit({ token: true, acceptedPolicyVersion: true })
        .extend({ policy: z.literal(true, t("signUp.policyMissing")) }),
    [t],
  );
  const { data: inEffect } = useQuery(policyQuery);
  const join = useMutation(
    trpc.team.join.mutationOptions({
      onSuccess: (reply) => reply.outcome === "joined" && onJoined(reply.me),
      // The policy may have another version by now, which is then to be read.
      onError: () => queryClient.invalidateQueries({ queryKey: policyQuery.queryKey }),
    }),
  );
  const form = useForm(schema, { name: "", password: "", policy: false as boolean }, ({ name, password }) => {
    if (inEffect) join.mutate({ token, name, password, acceptedPolicyVersion: inEffect.version });
  });
  const policy = form.field("policy");
  // A link that was cut off on its way is refused as malformed; to its reader that is the same thing.
  const invalid = join.data?.outcome === "not_possible" || join.error?.data?.code === "BAD_REQUEST";
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField {...form.field("name")} label={t("signUp.name")} autoComplete="name" autoFocus />
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
      {invalid ? (
        <Notice tone="bad" urgent>
          {t("join.invalid")}
        </Notice>
      ) : (
        <SendError title={t("join.failed")} error={join.error} />
      )}
      <Button type="submit" tone="primary" wide isPending={join.isPending || inEffect === undefined}>
        {t("join.send")}
      </Button>
    </form>
  );
}

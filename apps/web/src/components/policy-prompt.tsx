import type { OwnPolicy } from "@sightline/contract/policy";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextLink } from "@sightline/ui/text-link";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "../lib/me";
import { queryClient } from "../lib/query-client";
import { trpc } from "../lib/trpc";
import { SendError } from "./send-error";

/** Asks a customer who accepted an older version of the acceptable-use policy for the one that is in effect. */
export function PolicyPrompt({ policy: { version, changes } }: { policy: OwnPolicy }) {
  const { t } = useTranslation();
  const { viewing } = useMe();
  const accept = useMutation(
    trpc.policy.accept.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.policy.mine.queryKey() }),
    }),
  );
  return (
    <section aria-label={t("policy.prompt")} className="flex flex-col gap-2 px-4 pt-4 md:px-8">
      <Notice tone="wait">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="min-w-0 grow break-words">
            {t("policy.asks", { version, changes })}{" "}
            <TextLink href="/policy" target="_blank">
              {t("policy.read")}
            </TextLink>
          </p>
          {viewing === undefined && (
            <Button isPending={accept.isPending} onPress={() => accept.mutate({ version })}>
              {t("policy.accept", { version })}
            </Button>
          )}
        </div>
      </Notice>
      <SendError title={t("policy.failed")} error={accept.error} />
    </section>
  );
}

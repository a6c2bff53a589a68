import { Button } from "@sightline/ui/button";
import { PageShell } from "@sightline/ui/page-shell";
import { TextLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { PolicyAcceptances } from "../../features/edit-policy/policy-acceptances";
import { PolicyDialog } from "../../features/edit-policy/policy-dialog";
import { PolicyVersions } from "../../features/edit-policy/policy-versions";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";
import { policyQuery } from "../../lib/policy";
import { addText } from "../../lib/text";
import { policyText } from "../../text/policy";

addText("policy", policyText);

export function StaffPolicyRoute() {
  const { t } = useTranslation("policy");
  const isAdmin = useMe().role === "admin";
  const { data } = useQuery(policyQuery);
  const [writing, setWriting] = useState<string | null>(null);
  const take = useCallback(({ text }: { text: string }) => setWriting(text), []);
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      primaryAction={
        isAdmin && (
          <Button tone="primary" isDisabled={data === undefined} onPress={() => setWriting(data?.text ?? "")}>
            {t("publish")}
          </Button>
        )
      }
    >
      <TextLink href="/policy" className="self-start">
        {t("read")}
      </TextLink>
      <PolicyVersions onTake={take} />
      <PolicyAcceptances />
      {writing !== null && <PolicyDialog text={writing} onClose={() => setWriting(null)} />}
    </PageShell>
  );
}

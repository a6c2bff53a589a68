import { Notice } from "@sightline/ui/notice";
import { PageShell } from "@sightline/ui/page-shell";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { PolicyWords } from "../../components/policy-words";
import { PublicFrame } from "../../components/public-frame";
import { BRAND } from "../../lib/brand";
import { policyQuery } from "../../lib/policy";
import "./public-text";

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });

export function PolicyRoute() {
  const { t } = useTranslation("public");
  const { data, error, refetch } = useQuery(policyQuery);
  return (
    <PublicFrame>
      <PageShell
        title={t("policy.title")}
        lead={data && t("policy.lead", { version: data.version })}
        brand={BRAND}
        width="text"
      >
        {data?.next && (
          <Notice tone="info">
            {t("policy.next", {
              version: data.next.version,
              day: dayFormat.format(data.next.effectiveFromMs),
              changes: data.next.changes,
            })}
          </Notice>
        )}
        {data ? (
          <PolicyWords text={data.text} />
        ) : error ? (
          <LoadError title={t("policy.failed")} error={error} onRetry={refetch} />
        ) : (
          <LoadingBlock lines={8} />
        )}
      </PageShell>
    </PublicFrame>
  );
}

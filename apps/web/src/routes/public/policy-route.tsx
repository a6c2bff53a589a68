import { ACCEPTABLE_USE_POLICY_VERSION } from "@sightline/contract/session";
import { PageShell } from "@sightline/ui/page-shell";
import { Section } from "@sightline/ui/section";
import { useTranslation } from "react-i18next";
import { PublicFrame } from "../../components/public-frame";
import { BRAND } from "../../lib/brand";
import "./public-text";

export function PolicyRoute() {
  const { t } = useTranslation("public");
  return (
    <PublicFrame>
      <PageShell
        title={t("policy.title")}
        lead={t("policy.lead", { version: ACCEPTABLE_USE_POLICY_VERSION })}
        brand={BRAND}
        width="text"
      >
        <Section title={t("policy.customersTitle")}>
          <Rules rules={t("policy.customers", { returnObjects: true })} />
        </Section>
        <Section title={t("policy.workersTitle")}>
          <Rules rules={t("policy.workers", { returnObjects: true })} />
        </Section>
      </PageShell>
    </PublicFrame>
  );
}

function Rules({ rules }: { rules: string[] }) {
  return (
    <ol className="flex max-w-text list-decimal flex-col gap-2 ps-5">
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ol>
  );
}

import { Section } from "@sightline/ui/section";
import { ButtonLink, TextLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { PublicFrame } from "../../components/public-frame";
import { SupportForm } from "../../features/ask-support/support-form";
import { SeePublicFigures } from "../../features/see-public-figures/see-public-figures";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { figuresText } from "../../text/figures";
import "./public-text";

addText("figures", figuresText);

const STEPS = ["send", "read", "fetch"] as const;

export function HomeRoute() {
  const { t } = useTranslation(["public", "support"]);
  return (
    <PublicFrame>
      <title>{`${BRAND} · ${t("home.title")}`}</title>
      <div className="flex w-full flex-col gap-16 px-4 py-10 md:px-8 md:py-20">
        <div className="flex max-w-2xl flex-col gap-5">
          <h1 className="text-32 font-semibold tracking-tight text-balance">{t("home.title")}</h1>
          <p className="text-16 text-text-quiet">{t("home.lead")}</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/signup" tone="primary" size="large">
              {t("home.signUp")}
            </ButtonLink>
            <ButtonLink href="/login" size="large">
              {t("home.logIn")}
            </ButtonLink>
          </div>
        </div>
        <Section title={t("home.how.title")}>
          <ol className="grid gap-4 md:grid-cols-3">
            {STEPS.map((step, place) => (
              <li key={step} className="flex flex-col gap-2 rounded-10 border border-line bg-surface p-5">
                <span aria-hidden className="font-mono text-13 text-accent-text">
                  {place + 1}
                </span>
                <h3 className="text-16 font-semibold">{t(`home.how.${step}`)}</h3>
                <p className="text-text-quiet">{t(`home.how.${step}Body`)}</p>
              </li>
            ))}
          </ol>
        </Section>
        <SeePublicFigures />
        <div className="grid gap-10 md:grid-cols-2">
          <Section title={t("support:title")} lead={t("support:lead")}>
            <SupportForm />
          </Section>
          <Section title={t("home.workTitle")}>
            <p className="max-w-text text-text-quiet">{t("home.workBody")}</p>
            <TextLink href="/signup?as=worker">{t("home.workLink")}</TextLink>
          </Section>
        </div>
      </div>
    </PublicFrame>
  );
}

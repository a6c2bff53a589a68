import { CodeBlock } from "@sightline/ui/code-block";
import { Section } from "@sightline/ui/section";
import { ButtonLink, TextLink } from "@sightline/ui/text-link";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fetchLine, sendLine } from "./curl-lines";

interface SendFirstImageProps {
  /** The person's key while it can be seen; null shows where to put it. */
  apiKey: string | null;
  /** Among the customer's pages: the playground is a step away, and needs no terminal. */
  inApp?: boolean;
}

export function SendFirstImage({ apiKey, inApp = false }: SendFirstImageProps) {
  const { t } = useTranslation();
  const key = apiKey ?? t("firstImage.keyPlaceholder");
  const origin = window.location.origin;
  return (
    <Section
      title={t("firstImage.title")}
      lead={t("firstImage.lead")}
      raised
      {...(inApp && {
        action: (
          <ButtonLink href="/app/playground" tone="primary">
            {t("firstImage.play")}
          </ButtonLink>
        ),
      })}
    >
      <ol className="flex flex-col gap-5">
        <Step place={1} title={t("firstImage.send")} help={t("firstImage.sendHelp")}>
          <CodeBlock
            code={sendLine(origin, key)}
            label={t("firstImage.send")}
            copyLabel={t("firstImage.copySend")}
          />
          {apiKey === null && <p className="text-13 text-text-quiet">{t("firstImage.keyHelp")}</p>}
        </Step>
        <Step place={2} title={t("firstImage.fetch")} help={t("firstImage.fetchHelp")}>
          <CodeBlock
            code={fetchLine(origin, key)}
            label={t("firstImage.fetch")}
            copyLabel={t("firstImage.copyFetch")}
          />
        </Step>
        <Step place={3} title={t("firstImage.watch")} help={t("firstImage.watchHelp")}>
          <TextLink href="/app/tasks" className="self-start">
            {t("firstImage.tasks")}
          </TextLink>
        </Step>
      </ol>
    </Section>
  );
}

interface StepProps {
  place: number;
  title: string;
  help: string;
  children: ReactNode;
}

function Step({ place, title, help, children }: StepProps) {
  return (
    <li className="flex gap-3">
      <span aria-hidden className="w-5 shrink-0 font-mono text-13 leading-5 text-accent-text">
        {place}
      </span>
      <div className="flex min-w-0 grow flex-col gap-2">
        <h3 className="font-medium">{title}</h3>
        {children}
        <p className="max-w-text text-13 text-text-quiet">{help}</p>
      </div>
    </li>
  );
}

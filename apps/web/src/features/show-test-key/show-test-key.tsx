import { CodeBlock } from "@sightline/ui/code-block";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { TextLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { testKeyQuery } from "../../lib/test-key";
import { addText } from "../../lib/text";
import { testModeText } from "../../text/test-mode";

addText("testMode", testModeText);

/** The account's test key, as often as somebody wants to see it. */
export function ShowTestKey() {
  const { t } = useTranslation("testMode");
  const { data, error, refetch } = useQuery(testKeyQuery);
  return (
    <Section title={t("title")} lead={t("lead")} raised>
      {data !== undefined ? (
        <CodeBlock code={data.key} label={t("label")} copyLabel={t("copy")} />
      ) : error ? (
        <LoadError title={t("failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock lines={1} />
      )}
      <p>
        <TextLink href="/docs/test-mode" target="_blank">
          {t("docs")}
        </TextLink>
      </p>
    </Section>
  );
}

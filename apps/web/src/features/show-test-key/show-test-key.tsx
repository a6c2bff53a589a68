import { CodeBlock } from "@sightline/ui/code-block";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { TextLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { useTestKey } from "../../lib/test-key";
import { addText } from "../../lib/text";
import { testModeText } from "../../text/test-mode";

addText("testMode", testModeText);

/** The account's test key, as often as somebody wants to see it. */
export function ShowTestKey() {
  const { t } = useTranslation("testMode");
  const { key, error, refetch, withheld } = useTestKey();
  return (
    <Section title={t("title")} lead={t("lead")} raised>
      {withheld ? (
        <p>{t("withheld")}</p>
      ) : key !== undefined ? (
        <CodeBlock code={key} label={t("label")} copyLabel={t("copy")} />
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

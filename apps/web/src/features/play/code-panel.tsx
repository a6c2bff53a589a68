import { CodeBlock } from "@sightline/ui/code-block";
import { Section } from "@sightline/ui/section";
import { Select } from "@sightline/ui/select";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTestKey } from "../../lib/test-key";
import { codeSample, LANGUAGES, type Language } from "./code-samples";
import type { PlayWishes } from "./play-request";

/** The request that the form stands for, as a program. */
export function CodePanel({ wishes }: { wishes: PlayWishes }) {
  const { t } = useTranslation("playground");
  const testKey = useTestKey().key;
  const [language, setLanguage] = useState<Language>("curl");
  return (
    <Section
      title={t("code")}
      raised
      action={
        <Select
          label={t("language")}
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map((value) => ({ value, label: value }))}
        />
      }
    >
      <CodeBlock
        code={codeSample(language, wishes, {
          origin: window.location.origin,
          key: testKey ?? "YOUR_API_KEY",
        })}
        label={t("codeOf", { language })}
        copyLabel={t("copyCode")}
      />
    </Section>
  );
}

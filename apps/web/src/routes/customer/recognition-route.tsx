import { PageShell } from "@sightline/ui/page-shell";
import { TextLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { RecognitionTable } from "../../features/set-recognition/recognition-table";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { recognitionText } from "../../text/recognition";

addText("recognition", recognitionText);

export function RecognitionRoute() {
  const { t } = useTranslation("recognition");
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <div className="flex flex-col gap-6">
        <RecognitionTable />
        <TextLink href="/docs/several-answers" target="_blank">
          {t("guide")}
        </TextLink>
      </div>
    </PageShell>
  );
}

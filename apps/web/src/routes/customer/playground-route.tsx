import { PageShell } from "@sightline/ui/page-shell";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CodePanel } from "../../features/play/code-panel";
import type { PlayWishes } from "../../features/play/play-request";
import { Playground } from "../../features/play/playground";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { playgroundText } from "../../text/playground";
import { testModeText } from "../../text/test-mode";

addText("playground", playgroundText);
addText("testMode", testModeText);

export function PlaygroundRoute() {
  const { t } = useTranslation("playground");
  const [wishes, setWishes] = useState<PlayWishes>({ kind: "image", instructions: "", digitsOnly: false });
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <div className="grid min-w-0 gap-8 xl:grid-cols-2">
        <Playground wishes={wishes} onWishes={setWishes} />
        <CodePanel wishes={wishes} />
      </div>
    </PageShell>
  );
}

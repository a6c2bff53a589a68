import type { ShownEvidence } from "@sightline/contract/abuse-signals";
import { useTranslation } from "react-i18next";
import { addText } from "../lib/text";
import { evidenceText } from "../text/evidence";

addText("evidence", evidenceText);

/** What was measured, for the worker to read beside the reason of a suspension; nothing where nothing was named. */
export function EvidenceList({ evidence }: { evidence: ShownEvidence[] }) {
  const { t } = useTranslation("evidence");
  const say = useEvidenceWords();
  if (evidence.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium">{t("title")}</p>
      <ul className="list-disc ps-5">
        {evidence.map((each, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one signal may stand twice
          <li key={i}>{say(each)}</li>
        ))}
      </ul>
    </div>
  );
}

/** A signal in words that a worker may read. */
export function useEvidenceWords(): (evidence: ShownEvidence) => string {
  const { t } = useTranslation("evidence");
  return ({ signal, ...figures }) =>
    t(`says.${signal}`, { ...figures, ...("accounts" in figures && { count: figures.accounts }) });
}

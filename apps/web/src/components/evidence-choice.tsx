import type { AbuseSignal } from "@sightline/contract/abuse-signals";
import { CheckField } from "@sightline/ui/check-field";
import { useTranslation } from "react-i18next";
import { useEvidenceWords } from "./evidence-list";

export type SignalName = AbuseSignal["signal"];

export interface EvidenceChoiceProps {
  evidence: AbuseSignal[];
  chosen: SignalName[];
  onChange: (chosen: SignalName[]) => void;
}

/** For who suspends a worker: which of the signals are its evidence, in the words that the worker reads. */
export function EvidenceChoice({ evidence, chosen, onChange }: EvidenceChoiceProps) {
  const { t } = useTranslation("evidence");
  const say = useEvidenceWords();
  const names = [...new Set(evidence.map(({ signal }) => signal))];
  if (names.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-2 text-13 font-medium">{t("choose")}</legend>
      {names.map((name) => (
        <CheckField
          key={name}
          name={name}
          checked={chosen.includes(name)}
          onChange={(checked) =>
            onChange(checked ? [...chosen, name] : chosen.filter((other) => other !== name))
          }
        >
          {evidence
            .filter(({ signal }) => signal === name)
            .map(say)
            .join(" ")}
        </CheckField>
      ))}
    </fieldset>
  );
}

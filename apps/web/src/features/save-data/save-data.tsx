import { CheckField } from "@sightline/ui/check-field";
import { Section } from "@sightline/ui/section";
import { useTranslation } from "react-i18next";
import { useLowData } from "../../lib/low-data";
import { addText } from "../../lib/text";
import { saveDataText } from "../../text/save-data";

addText("saveData", saveDataText);

const EFFECTS = ["pictures", "ahead", "figures"] as const;

/** The low-data mode of this device, and what it does. */
export function SaveData() {
  const { t } = useTranslation("saveData");
  const [on, setOn] = useLowData();
  return (
    <Section title={t("title")} lead={t("lead")}>
      <CheckField name="low-data" checked={on} onChange={setOn}>
        {t("choose")}
      </CheckField>
      <ul className="flex max-w-text list-disc flex-col gap-1 ps-5 text-text-quiet">
        {EFFECTS.map((effect) => (
          <li key={effect}>{t(`effects.${effect}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

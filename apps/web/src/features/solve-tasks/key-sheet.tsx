import { Dialog } from "@sightline/ui/dialog";
import { KeyCaps } from "@sightline/ui/key-cap";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { COMMANDS, type Command, type CommandKeys, USUAL_KEYS } from "./command-keys";
import { KeyChoice } from "./key-choice";

export interface KeySheetProps {
  keys: CommandKeys;
  onChange: (keys: CommandKeys) => void;
  onClose: () => void;
}

/** All keys of the work screen, and how to change them. */
export function KeySheet({ keys, onChange, onClose }: KeySheetProps) {
  const { t } = useTranslation("work");
  const [choosing, setChoosing] = useState<Command | null>(null);
  return (
    <Dialog title={t("keys.title")} isOpen onClose={onClose} dismissable={choosing === null}>
      <p className="pb-2 text-text-quiet">{t("keys.lead")}</p>
      <p className="pb-3 text-text-quiet">{t("keys.marksLead")}</p>
      <dl className="flex flex-col">
        <KeyRow name={t("keys.commands.answer")}>
          <KeyCaps keys="Enter" />
        </KeyRow>
        {COMMANDS.map((command) => (
          <KeyRow key={command} name={t(`keys.commands.${command}`)}>
            <KeyChoice
              command={command}
              keys={keys}
              choosing={choosing === command}
              onChoosing={(on) => setChoosing(on ? command : null)}
              onChange={onChange}
            />
          </KeyRow>
        ))}
        <KeyRow name={t("keys.commands.pan")}>
          <KeyCaps keys="Alt+← Alt+↑ Alt+→ Alt+↓" />
        </KeyRow>
        <KeyRow name={t("keys.commands.help")}>
          <KeyCaps keys="?" />
        </KeyRow>
      </dl>
      <Effects />
      <button
        type="button"
        className="mt-4 rounded-6 text-13 text-accent-text underline"
        onClick={() => onChange(USUAL_KEYS)}
      >
        {t("keys.reset")}
      </button>
    </Dialog>
  );
}

function KeyRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-4 border-b border-line py-1 last:border-0">
      <dt>{name}</dt>
      <dd className="text-end">{children}</dd>
    </div>
  );
}

/** The tooltips of the three acts, for those who have no pointer to hover with. */
function Effects() {
  const { t } = useTranslation("work");
  return (
    <section className="flex flex-col gap-1 pt-4 text-13">
      <h3 className="font-semibold">{t("keys.acts")}</h3>
      <p>
        <strong className="font-medium">{t("acts.pass")}.</strong> {t("acts.passEffect")}
      </p>
      <p>
        <strong className="font-medium">{t("acts.unreadable")}.</strong> {t("acts.unreadableEffect")}
      </p>
      <p>
        <strong className="font-medium">{t("acts.report")}.</strong> {t("acts.reportEffect")}
      </p>
    </section>
  );
}

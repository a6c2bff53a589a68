import { BrandMark } from "@sightline/ui/brand-mark";
import { Keyboard } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BreakHint } from "./break-hint";
import { SoundSwitch } from "./sound-switch";
import type { BreakView } from "./use-break";
import { WorkButton } from "./work-button";

export interface WorkHeaderProps {
  brand: string;
  /** Connected, and nothing to do. */
  waiting: boolean;
  /** How long was worked without a break; null where nobody is paid for their time. */
  spell: BreakView | null;
  onPause: () => void;
  onKeys: () => void;
  /** Focus may go back to the answer. */
  onDone: () => void;
  children: ReactNode;
}

/** The top line: its height is the same with and without the suggestion of a break. */
export function WorkHeader({ brand, waiting, spell, onPause, onKeys, onDone, children }: WorkHeaderProps) {
  const { t } = useTranslation("work");
  return (
    <header className="flex h-12 items-center gap-2.5 px-4">
      <BrandMark />
      <span className={`font-semibold ${spell?.minutes != null ? "max-sm:sr-only" : ""}`}>{brand}</span>
      {spell !== null && <BreakHint view={spell} onPause={onPause} onDone={onDone} />}
      <div className="ms-auto flex items-center">
        <SoundSwitch waiting={waiting} />
        <WorkButton name={t("tools.keys")} tone="quiet" size="icon" onPress={onKeys}>
          <Keyboard aria-hidden className="size-4" />
        </WorkButton>
        {children}
      </div>
    </header>
  );
}

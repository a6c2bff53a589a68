import { KeyCaps } from "@sightline/ui/key-cap";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Chord, type Command, type CommandKeys, chordOf, chordText, rebind } from "./command-keys";

export interface KeyChoiceProps {
  command: Command;
  keys: CommandKeys;
  choosing: boolean;
  onChoosing: (on: boolean) => void;
  onChange: (keys: CommandKeys) => void;
}

const MODIFIERS = ["Alt", "Shift", "Control", "Meta", "AltGraph", "CapsLock"];

/** One command's key. Pressed, it takes the next chord; a key that already has a meaning is refused by name. */
export function KeyChoice({ command, keys, choosing, onChoosing, onChange }: KeyChoiceProps) {
  const { t } = useTranslation("work");
  const [refused, setRefused] = useState<{ chord: Chord; with: Command } | "plain" | null>(null);
  const name = t(`keys.commands.${command}`);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!choosing || event.key === "Tab") return onChoosing(false);
    event.stopPropagation();
    if (MODIFIERS.includes(event.key)) return;
    event.preventDefault();
    const chord = chordOf(event.nativeEvent);
    if (chord === null) return setRefused("plain");
    const reply = rebind(keys, command, chord);
    if (reply.outcome === "clash") return setRefused({ chord, with: reply.with });
    setRefused(null);
    onChange(reply.keys);
    onChoosing(false);
  };

  return (
    <span className="flex flex-col items-end gap-1">
      <button
        type="button"
        aria-label={t("keys.change", { command: name, keys: chordText(keys[command]) })}
        aria-pressed={choosing}
        className="rounded-6 p-1 hover:bg-hover aria-pressed:bg-accent-ground touch-target"
        onClick={() => onChoosing(!choosing)}
        onKeyDownCapture={onKeyDown}
        onBlur={() => onChoosing(false)}
      >
        {choosing ? (
          <span className="px-1 text-13">{t("keys.press")}</span>
        ) : (
          <KeyCaps keys={chordText(keys[command])} />
        )}
      </button>
      <span role="status" className="max-w-56 text-12 text-wait">
        {choosing && refused === "plain" && t("keys.plain")}
        {choosing &&
          refused !== null &&
          refused !== "plain" &&
          t("keys.clash", { keys: chordText(refused.chord), command: t(`keys.commands.${refused.with}`) })}
      </span>
    </span>
  );
}

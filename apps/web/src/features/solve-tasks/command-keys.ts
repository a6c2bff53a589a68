import { z } from "zod";

/**
 * Which key does what on the work screen. A key is written as a chord such as `Alt+Z`, `F2` or `Escape`. Letters
 * go by what the key types, so that Alt+Z is where the keycap says Z; on layouts that type other letters, or where
 * Alt makes a symbol of them, by the key's place.
 */
export const COMMANDS = [
  "pass",
  "unreadable",
  "report_content",
  "take_back",
  "pause",
  "zoom_in",
  "zoom_out",
  "zoom_fit",
  "invert",
  "contrast",
  "undo",
  "no_match",
  "play",
  "replay",
  "slower",
  "faster",
  "open_again",
  "key_refused",
  "domain_refused",
  "value_expired",
  "widget_failed",
] as const;
export type Command = (typeof COMMANDS)[number];
export type Chord = string;
export type CommandKeys = Readonly<Record<Command, Chord>>;

export const USUAL_KEYS: CommandKeys = {
  pass: "Escape",
  unreadable: "Alt+U",
  report_content: "Alt+R",
  take_back: "Alt+Z",
  pause: "F2",
  zoom_in: "Alt++",
  zoom_out: "Alt+-",
  zoom_fit: "Alt+0",
  invert: "Alt+I",
  contrast: "Alt+C",
  undo: "Alt+Backspace",
  no_match: "Alt+N",
  play: "Alt+P",
  replay: "Alt+L",
  slower: "Alt+,",
  faster: "Alt+.",
  open_again: "Alt+O",
  key_refused: "Alt+K",
  domain_refused: "Alt+H",
  value_expired: "Alt+V",
  widget_failed: "Alt+W",
};

const storedKeysSchema = z.record(z.enum(COMMANDS), z.string().max(40));

export function isCommandKeys(stored: unknown): stored is CommandKeys {
  return storedKeysSchema.safeParse(stored).success;
}

export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey"> & {
  getModifierState?(name: string): boolean;
};

/** The chord that was pressed, or null for one that can't be a command: plain keys and those of the system. */
export function chordOf(press: KeyPress): Chord | null {
  if (press.ctrlKey || press.metaKey || press.getModifierState?.("AltGraph")) return null;
  const name = keyName(press);
  if (name === null) return null;
  if (press.altKey) return `Alt+${name}`;
  return /^F\d{1,2}$/.test(name) || name === "Escape" ? name : null;
}

export function commandOf(keys: CommandKeys, chord: Chord): Command | null {
  return COMMANDS.find((command) => keys[command] === chord) ?? null;
}

export type Rebinding = { outcome: "bound"; keys: CommandKeys } | { outcome: "clash"; with: Command };

/** Gives a command another key, unless that key already has a meaning here. */
export function rebind(keys: CommandKeys, command: Command, chord: Chord): Rebinding {
  const holder = commandOf(keys, chord);
  if (holder !== null && holder !== command) return { outcome: "clash", with: holder };
  return { outcome: "bound", keys: { ...keys, [command]: chord } };
}

/** A chord as a person reads it. An invisible mark keeps two plus signs from being drawn as one ligature. */
export function chordText(chord: Chord): string {
  return chord === "Escape" ? "Esc" : chord.replace("++", "+\u200c+");
}

function keyName({ key, code }: KeyPress): string | null {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  const placed = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1];
  if (key === "+" || key === "=" || code === "Equal") return "+";
  if (key === "-" || key === "_" || code === "Minus") return "-";
  if (placed !== undefined) return placed;
  if (key === "," || code === "Comma") return ",";
  if (key === "." || code === "Period") return ".";
  const named = key === "Escape" || key === "Backspace" || /^F\d{1,2}$/.test(key) || key.startsWith("Arrow");
  return named ? key : null;
}

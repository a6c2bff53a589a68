import { describe, expect, it } from "vitest";
import { chordOf, commandOf, isCommandKeys, type KeyPress, rebind, USUAL_KEYS } from "./command-keys";

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});
const alt = { altKey: true };

describe("which command a key is", () => {
  it.each([
    ["Alt+Z", press("z", "KeyZ", alt), "take_back"],
    ["Alt+Z where Y and Z are swapped", press("z", "KeyY", alt), "take_back"],
    ["Alt+Z on a keyboard with Cyrillic letters", press("я", "KeyZ", alt), "take_back"],
    ["Option+Z, which types a symbol", press("Ω", "KeyZ", alt), "take_back"],
    ["Alt+plus", press("+", "Equal", { ...alt, shiftKey: true }), "zoom_in"],
    ["Alt+plus without Shift", press("=", "Equal", alt), "zoom_in"],
    ["Alt+plus on the number pad", press("+", "NumpadAdd", alt), "zoom_in"],
    ["Alt+plus on a German keyboard", press("+", "BracketRight", alt), "zoom_in"],
    ["Alt+minus", press("-", "Minus", alt), "zoom_out"],
    ["Alt+0", press("0", "Digit0", alt), "zoom_fit"],
    ["Escape", press("Escape", "Escape"), "pass"],
    ["F2", press("F2", "F2"), "pause"],
    ["Alt+Backspace", press("Backspace", "Backspace", alt), "undo"],
    ["Alt+comma", press(",", "Comma", alt), "slower"],
    ["Option+full stop, which types a symbol", press("≥", "Period", alt), "faster"],
  ])("%s", (_name, key, command) => {
    const chord = chordOf(key);
    expect(chord && commandOf(USUAL_KEYS, chord)).toBe(command);
  });

  it.each([
    ["a letter", press("z", "KeyZ")],
    ["a digit", press("0", "Digit0")],
    ["Backspace, which belongs to the field", press("Backspace", "Backspace")],
    ["a question mark", press("?", "Slash", { shiftKey: true })],
    ["Ctrl+Z, which belongs to the field", press("z", "KeyZ", { ctrlKey: true })],
    ["AltGr, which types letters", press("ż", "KeyZ", { ...alt, ctrlKey: true })],
    [
      "AltGr as its own modifier",
      press("ż", "KeyZ", { ...alt, getModifierState: (name) => name === "AltGraph" }),
    ],
  ])("leaves %s alone", (_name, key) => {
    expect(chordOf(key)).toBeNull();
  });
});

describe("changing a key", () => {
  it("gives the command its new key", () => {
    const reply = rebind(USUAL_KEYS, "pass", "Alt+X");
    expect(reply.outcome === "bound" && commandOf(reply.keys, "Alt+X")).toBe("pass");
    expect(reply.outcome === "bound" && commandOf(reply.keys, "Escape")).toBeNull();
  });

  it("names the command that has this key already", () => {
    expect(rebind(USUAL_KEYS, "pass", "Alt+U")).toEqual({ outcome: "clash", with: "unreadable" });
  });

  it("believes stored keys only when every command has one", () => {
    expect(isCommandKeys(USUAL_KEYS)).toBe(true);
    expect(isCommandKeys({ pass: "Escape" })).toBe(false);
    expect(isCommandKeys(null)).toBe(false);
  });
});

import { Dialog } from "./dialog";
import { useHotKeyEntries } from "./hot-keys";
import { KeyCaps } from "./key-cap";
import { useUiText } from "./ui-text";

/** A long list scrolls within the dialog, by keyboard, too. */
const SCROLLS = { tabIndex: 0, role: "group" } as const;

/** What `?` shows: the keys that do something on this page. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const text = useUiText();
  const entries = useHotKeyEntries().filter((entry) => entry.keys !== undefined);
  const general = [
    { keys: "Ctrl K", label: text.keysOpenPalette },
    { keys: "?", label: text.keysShowKeys },
    { keys: "/", label: text.keysFocusSearch },
    { keys: "↑ ↓", label: text.keysRows },
  ];
  return (
    <Dialog title={text.keysTitle} isOpen onClose={onClose}>
      <div {...{ ...SCROLLS, "aria-label": text.keysTitle }}>
        <dl className="flex flex-col">
          {[...entries, ...general].map((entry) => (
            <div
              key={entry.label}
              className="flex items-center justify-between gap-4 border-b border-line py-2 last:border-0"
            >
              <dt>{entry.label}</dt>
              <dd>
                <KeyCaps keys={entry.keys ?? ""} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}

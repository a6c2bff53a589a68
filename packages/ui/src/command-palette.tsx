import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Dialog, Modal, ModalOverlay } from "react-aria-components/Modal";
import { Input, SearchField } from "react-aria-components/SearchField";
import { useHotKeyEntries } from "./hot-keys";
import { KeyCaps } from "./key-cap";
import { OPTION_LOOK } from "./menu";
import { useUiText } from "./ui-text";

/** A long list scrolls within the palette, by keyboard, too: its items never take focus themselves. */
const SCROLLS = { tabIndex: 0, role: "group" } as const;

/** Every page and act by its name: typing narrows, arrows choose, Enter does it. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const text = useUiText();
  const entries = useHotKeyEntries();
  const { contains } = useFilter({ sensitivity: "base" });
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={onClose}
      className="fixed inset-0 z-40 flex items-start justify-center bg-overlay p-4 pt-[12vh]"
    >
      <Modal className="w-full max-w-lg overflow-hidden rounded-10 bg-surface shadow-raised">
        <Dialog aria-label={text.paletteTitle} className="flex max-h-[60dvh] flex-col">
          <Autocomplete filter={contains}>
            <SearchField aria-label={text.paletteTitle} autoFocus className="border-b border-line p-2">
              <Input
                placeholder={text.palettePlaceholder}
                className="h-10 w-full rounded-6 bg-surface px-3 text-16 outline-offset-0"
              />
            </SearchField>
            <div {...{ ...SCROLLS, "aria-label": text.paletteTitle }} className="min-h-0 overflow-y-auto">
              <Menu
                aria-label={text.paletteTitle}
                className="p-2 outline-none"
                renderEmptyState={() => (
                  <p className="p-4 text-center text-text-quiet">{text.paletteEmpty}</p>
                )}
              >
                {entries.map((entry) => (
                  <MenuItem
                    key={entry.label}
                    id={entry.label}
                    textValue={entry.label}
                    className={OPTION_LOOK}
                    onAction={() => {
                      onClose();
                      entry.run();
                    }}
                  >
                    <span className="grow">{entry.label}</span>
                    {entry.keys && <KeyCaps keys={entry.keys} />}
                  </MenuItem>
                ))}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

import { Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components/Menu";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: LucideIcon;
  href?: string;
  onAction?: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  label: string;
  entries: MenuEntry[];
  /** With it the menu is a choice: the ids that are on, and what happens on a change. */
  selection?: { mode: "single" | "multiple"; selected: string[]; onChange: (selected: string[]) => void };
  placement?: "bottom end" | "bottom start" | "top start" | "top end";
}

export const POPOVER_LOOK = "min-w-44 overflow-auto rounded-10 bg-surface p-1 shadow-raised outline-none";
export const OPTION_LOOK =
  "flex min-h-8 cursor-default items-center gap-2 rounded-6 px-2.5 text-14 text-text outline-none touch-target " +
  "data-[focused]:bg-hover data-[href]:cursor-pointer";

export function Menu({ trigger, label, entries, selection, placement = "bottom end" }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} className={POPOVER_LOOK}>
        <AriaMenu
          aria-label={label}
          className="outline-none"
          {...(selection && {
            selectionMode: selection.mode,
            selectedKeys: selection.selected,
            onSelectionChange: (keys) =>
              selection.onChange(keys === "all" ? entries.map((entry) => entry.id) : [...keys].map(String)),
          })}
        >
          {entries.map(({ id, label: words, icon: Icon, href, onAction }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              className={OPTION_LOOK}
              {...(href && { href })}
              {...(onAction && { onAction })}
            >
              {({ isSelected }) => (
                <>
                  {Icon && <Icon aria-hidden className="size-4 text-text-quiet" />}
                  <span className="grow">{words}</span>
                  {selection && <Check aria-hidden className={`size-4 ${isSelected ? "" : "invisible"}`} />}
                </>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

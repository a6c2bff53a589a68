import { Check, ChevronDown } from "lucide-react";
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components/Select";
import { OPTION_LOOK, POPOVER_LOOK } from "./menu";

export interface SelectProps<Value extends string> {
  label: string;
  options: { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  name?: string;
}

/** One of a few. */
export function Select<Value extends string>({ label, options, value, onChange, name }: SelectProps<Value>) {
  return (
    <AriaSelect
      selectedKey={value}
      onSelectionChange={(key) => {
        const option = options.find((each) => each.value === key);
        if (option) onChange(option.value);
      }}
      {...(name && { name })}
      className="flex flex-col gap-1.5"
    >
      <Label className="text-13 font-medium">{label}</Label>
      <Button className="flex h-9 min-w-40 items-center justify-between gap-2 rounded-6 bg-surface px-3 text-14 ring-1 ring-inset ring-line-control hover:bg-hover pointer-coarse:h-11">
        <SelectValue className="truncate">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-text-quiet" />
      </Button>
      <Popover className={`${POPOVER_LOOK} min-w-(--trigger-width)`}>
        <ListBox className="outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={OPTION_LOOK}
            >
              {({ isSelected }) => (
                <>
                  <span className="grow">{option.label}</span>
                  <Check aria-hidden className={`size-4 ${isSelected ? "" : "invisible"}`} />
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

import type { ReactNode } from "react";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
  Text,
  TextArea,
} from "react-aria-components/TextField";
import { FieldMessage } from "./field-message";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "children" | "className" | "style"> {
  label: string;
  /** Stands under the label's control: what to type, before anything went wrong. */
  help?: ReactNode;
  /** In words that say what to do; its presence marks the field as invalid. */
  error?: string | undefined;
  placeholder?: string;
  /** Ids, keys, addresses, amounts. */
  mono?: boolean;
  /** More than one turns the field into a box of that many lines. */
  lines?: number;
  /** Stands inside the field's end: a unit, or a button. */
  suffix?: ReactNode;
  className?: string;
}

const CONTROL =
  "w-full min-w-0 rounded-6 bg-surface px-3 text-14 text-text ring-1 ring-inset ring-line-control " +
  "hover:ring-text-quiet data-[invalid]:ring-2 data-[invalid]:ring-bad data-[disabled]:opacity-60 " +
  "pointer-coarse:text-16";

/** Label above, control, help under it, error under that. */
export function TextField({
  label,
  help,
  error,
  placeholder,
  mono = false,
  lines = 1,
  suffix,
  className = "",
  ...props
}: TextFieldProps) {
  const look = `${CONTROL} ${mono ? "font-mono" : ""}`;
  const hint = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField
      {...props}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={`flex flex-col gap-1.5 ${className}`}
    >
      <Label className="text-13 font-medium text-text">{label}</Label>
      {lines > 1 ? (
        <TextArea {...hint} rows={lines} className={`${look} resize-y py-2`} />
      ) : (
        <div className="relative flex">
          <Input {...hint} className={`${look} h-9 pointer-coarse:h-11 ${suffix ? "pe-16" : ""}`} />
          {suffix && (
            <div className="absolute inset-y-0 end-0 flex items-center px-2 text-13 text-text-quiet">
              {suffix}
            </div>
          )}
        </div>
      )}
      {help && (
        <Text slot="description" className="max-w-text text-13 text-text-quiet">
          {help}
        </Text>
      )}
      <FieldMessage error={error} />
    </AriaTextField>
  );
}

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

export interface CheckFieldProps {
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  error?: string | undefined;
  children: ReactNode;
}

/** A statement to agree to. */
export function CheckField({ name, checked, onChange, error, children }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-2.5">
        <input
          id={id}
          type="checkbox"
          name={name}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={error !== undefined}
          {...(error && { "aria-describedby": `${id}-error` })}
          className="size-6 shrink-0 accent-accent sm:size-5 pointer-coarse:size-6"
        />
        <label htmlFor={id} className="pt-0.5 text-14 sm:pt-0">
          {children}
        </label>
      </div>
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-13 text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}

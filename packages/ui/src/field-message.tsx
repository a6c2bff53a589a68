import { CircleAlert } from "lucide-react";
import { FieldError } from "react-aria-components/FieldError";

/** The error under a field; nothing while there is none. Stands inside a React Aria field. */
export function FieldMessage({ error }: { error: string | undefined }) {
  return (
    <FieldError className="flex items-start gap-1.5 text-13 text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{error}</span>
    </FieldError>
  );
}

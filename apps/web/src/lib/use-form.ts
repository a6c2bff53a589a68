import { type FormEvent, useRef, useState } from "react";
import type { ZodType } from "zod";
import { formWords } from "./form-words";

export interface FormField<Value> {
  name: string;
  value: Value;
  onChange: (value: Value) => void;
  onBlur: () => void;
  error: string | undefined;
}

export interface Form<Values> {
  values: Values;
  field: <Name extends keyof Values & string>(name: Name) => FormField<Values[Name]>;
  /** For the form element: checks everything, then hands on what the schema made of it. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  reset: () => void;
}

/**
 * A form over a schema. A field is checked when it is left and, once it was wrong, while it is put right; all are
 * checked on sending, and the first wrong one takes focus. Nothing typed is ever dropped. Names of fields are the
 * keys of `initial`, and an error belongs to the field that its path begins with.
 */
export function useForm<Values extends Record<string, unknown>, Output>(
  schema: ZodType<Output, unknown>,
  initial: Values,
  send: (output: Output) => void,
): Form<Values> {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const latest = useRef(values);

  const check = (name: string) => {
    const error = errorsOf(schema, latest.current)[name];
    setErrors((before) => ({ ...before, [name]: error }));
  };

  return {
    values,
    field: (name) => ({
      name,
      value: values[name],
      error: errors[name],
      onChange: (value) => {
        latest.current = { ...latest.current, [name]: value };
        setValues(latest.current);
        if (errors[name] !== undefined) check(name);
      },
      // A field that was only passed through is not yet wrong.
      onBlur: () => latest.current[name] !== initial[name] && check(name),
    }),
    onSubmit: (event) => {
      event.preventDefault();
      const parsed = schema.safeParse(latest.current);
      if (parsed.success) return send(parsed.data);
      const found = errorsOf(schema, latest.current);
      setErrors(found);
      const first = Object.keys(initial).find((name) => found[name] !== undefined);
      const element = first ? event.currentTarget.elements.namedItem(first) : null;
      if (element instanceof HTMLElement) element.focus();
    },
    reset: () => {
      latest.current = initial;
      setValues(initial);
      setErrors({});
    },
  };
}

function errorsOf(schema: ZodType<unknown, unknown>, values: unknown): Partial<Record<string, string>> {
  const parsed = schema.safeParse(values, { error: formWords });
  if (parsed.success) return {};
  const errors: Partial<Record<string, string>> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return errors;
}

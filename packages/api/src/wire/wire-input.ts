/**
 * What a submission holds, by the classic protocol's names of parameters and files; the JSON API's tasks are put
 * into the same form. Neither object has a prototype, so that a parameter named `__proto__` is a parameter.
 */
export interface WireInput {
  fields: Record<string, string>;
  files: Record<string, Buffer>;
}

/** The value of a parameter, or undefined when it was not given: absent, empty, or an unset variable's name. */
export function given(input: Pick<WireInput, "fields">, name: string): string | undefined {
  const value = input.fields[name];
  return value === "" || value === "undefined" ? undefined : value;
}

/** `1` and `true` switch a flag of the wire format on; anything else leaves it off. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

import { allowedAddressesSchema } from "@sightline/contract/customer";

export type AddressLines =
  | { ok: true; addresses: string[] }
  | { ok: false; problem: "too_many" }
  /** `line` counts from 1, as a person does. */
  | { ok: false; problem: "not_an_address"; line: number };

/** Addresses and ranges, one a line; empty lines and spaces don't count, and one that stands twice counts once. */
export function readAddressLines(text: string): AddressLines {
  const lines = text.split("\n").map((line) => line.trim());
  const wrong = lines.findIndex(
    (line) => line !== "" && !allowedAddressesSchema.safeParse({ addresses: [line] }).success,
  );
  if (wrong >= 0) return { ok: false, problem: "not_an_address", line: wrong + 1 };
  const addresses = [...new Set(lines.filter((line) => line !== ""))];
  if (!allowedAddressesSchema.safeParse({ addresses }).success) return { ok: false, problem: "too_many" };
  return { ok: true, addresses };
}

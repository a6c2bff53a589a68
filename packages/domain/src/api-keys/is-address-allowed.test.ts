import { expect, test } from "vitest";
import type { ApiKeyHolder } from "./api-key-cache";
import { isAddressAllowed } from "./is-address-allowed";

function holderWith(allowedAddresses: string[]): ApiKeyHolder {
  return {
    keyId: 1,
    accountId: 1,
    allowedAddresses,
    keyAddresses: [],
    scopes: null,
    endsAtMs: null,
    budget: null,
    suspended: false,
    limitOverrides: {},
    recognition: {},
    test: false,
  };
}

test("an empty list allows every address", () => {
  expect(isAddressAllowed(holderWith([]), "192.0.2.1")).toBe(true);
});

test.each([
  ["192.0.2.1", true],
  ["::ffff:192.0.2.1", true],
  ["192.0.2.2", false],
  ["198.51.100.77", true],
  ["198.51.101.77", false],
  ["2001:db8::5", true],
  ["2001:db9::5", false],
  ["not an address", false],
])("of a list with addresses and networks of both families, %s: %s", (address, allowed) => {
  const holder = holderWith(["192.0.2.1", "198.51.100.0/24", "2001:db8::/32", "nonsense"]);
  expect(isAddressAllowed(holder, address)).toBe(allowed);
});

test("a key's own list narrows that of its account", () => {
  const holder = { ...holderWith(["198.51.100.0/24"]), keyAddresses: ["198.51.100.7", "192.0.2.1"] };
  expect(isAddressAllowed(holder, "198.51.100.7")).toBe(true);
  expect(isAddressAllowed(holder, "198.51.100.8")).toBe(false);
  expect(isAddressAllowed(holder, "192.0.2.1")).toBe(false);
});

import { expect, test } from "vitest";
import { readAddressLines } from "./read-address-lines";

test("addresses and ranges of both families are taken, one a line", () => {
  expect(readAddressLines("203.0.113.7\n 203.0.113.0/24 \n\n2001:db8::1\n2001:db8::/32\n")).toEqual({
    ok: true,
    addresses: ["203.0.113.7", "203.0.113.0/24", "2001:db8::1", "2001:db8::/32"],
  });
});

test("the first line that is no address is named by its number", () => {
  expect(readAddressLines("203.0.113.7\n\nexample.org\n300.1.1.1")).toEqual({
    ok: false,
    problem: "not_an_address",
    line: 3,
  });
});

test("an empty text means no restriction", () => {
  expect(readAddressLines(" \n ")).toEqual({ ok: true, addresses: [] });
});

test("more than a hundred are too many, the same one twice is not more", () => {
  const many = Array.from({ length: 101 }, (_, host) => `10.0.0.${host}`).join("\n");
  expect(readAddressLines(many)).toEqual({ ok: false, problem: "too_many" });
  expect(readAddressLines("10.0.0.1\n10.0.0.1")).toEqual({ ok: true, addresses: ["10.0.0.1"] });
});

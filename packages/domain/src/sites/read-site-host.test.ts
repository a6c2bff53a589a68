import { expect, test } from "vitest";
import { haveOneOwner, readSiteHost } from "./read-site-host";

test.each([
  ["shop.example.com", "shop.example.com"],
  ["  Example.COM. ", "example.com"],
  ["https://example.com:8443/login?next=1", "example.com"],
  ["http://example.co.uk", "example.co.uk"],
  ["bücher.example", null],
  ["bücher.de", "xn--bcher-kva.de"],
  ["XN--BCHER-KVA.de", "xn--bcher-kva.de"],
  ["example.com\u3002", "example.com"],
] as const)("%s is read as the URL parser reads it", (text, host) => {
  const read = readSiteHost(text);
  expect(read.ok ? read.host : null).toBe(host);
});

test.each([
  ["https://example.com@evil.example.org", "a user name in front of the host"],
  ["example.com@evil.example.org", "a user name without a scheme"],
  ["127.0.0.1", "an address"],
  ["0x7f.1", "an address in other clothes"],
  ["2130706433", "an address as one number"],
  ["[::1]", "an IPv6 address"],
  ["data:text/html,hi", "no host at all"],
  ["ftp://example.com", "another scheme"],
  ["", "nothing"],
  ["exa mple.com", "a space"],
  ["localhost", "a name of one machine"],
  ["demo.test", "a name that ends with no public ending"],
  ["com", "a top-level domain"],
  ["co.uk", "a public suffix"],
  ["github.io", "a host of other people's pages"],
  ["alice.github.io", "somebody's pages on such a host"],
  ["shop.alice.github.io", "a name under those"],
  ["blogspot.com", "another such host"],
  [`${"a.".repeat(127)}com`, "a name that is too long"],
])("%s is refused: %s", (text) => {
  expect(readSiteHost(text).ok).toBe(false);
});

test("names of one registered domain have one owner, others have not", () => {
  expect(haveOneOwner("example.com", "a.b.example.com")).toBe(true);
  expect(haveOneOwner("example.com", "example.org")).toBe(false);
  expect(haveOneOwner("example.com", "notexample.com")).toBe(false);
  expect(haveOneOwner("a.co.uk", "b.co.uk")).toBe(false);
  // A bucket's name is registered to whoever has the bucket, not to the owner of the name above.
  expect(haveOneOwner("amazonaws.com", "bucket.s3.amazonaws.com")).toBe(false);
});

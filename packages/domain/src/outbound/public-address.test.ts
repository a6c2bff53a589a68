import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { isLoopback, isOwnAddress, isPublicAddress, unmappedAddress } from "./public-address";

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.51.100.7",
  "203.0.113.9",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:8.8.8.8",
  "::8.8.8.8",
  "64:ff9b::a00:1",
  "fc00::1",
  "fd12::1",
  "fe80::1",
  "fe80::1%eth0",
  "2000::1%eth0",
  "ff02::1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "3fff::1",
  "no address",
  "127.1",
])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test("loopback is the whole block in IPv4 and one address in IPv6", () => {
  expect(["127.0.0.1", "127.200.0.9", "::1", "128.0.0.1", "::2"].map(isLoopback)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("every address of this machine's interfaces is its own", () => {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((e) => e.address));
  expect(addresses.every(isOwnAddress)).toBe(true);
  expect(isOwnAddress("8.8.8.8")).toBe(false);
});

test("an IPv4 peer of a dual-stack socket is an IPv4 address", () => {
  expect(unmappedAddress("::ffff:8.8.8.8")).toBe("8.8.8.8");
  expect(unmappedAddress("2606:4700::1111")).toBe("2606:4700::1111");
});

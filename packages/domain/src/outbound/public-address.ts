import { BlockList, isIP } from "node:net";
import { networkInterfaces } from "node:os";

/** IPv4 blocks that are not the public internet (RFC 6890 and its successors): private, shared, local, test, multicast. */
const RESERVED_V4 = blocks("ipv4", [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
]);

/** Everything that is public in IPv6 lies in here: local, mapped, translated and multicast addresses do not. */
const GLOBAL_V6 = blocks("ipv6", ["2000::/3"]);
/** Special blocks inside of it: protocol assignments and tunnels (which hide an IPv4 address), documentation. */
const RESERVED_V6 = blocks("ipv6", ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]);
const LOOPBACK_V4 = blocks("ipv4", ["127.0.0.0/8"]);

/** Whether an address, as a resolver or a socket spells it, belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  // An address with a zone means one link of this machine.
  if (address.includes("%")) return false;
  switch (isIP(address)) {
    case 4:
      return !RESERVED_V4.check(address, "ipv4");
    case 6:
      return GLOBAL_V6.check(address, "ipv6") && !RESERVED_V6.check(address, "ipv6");
    default:
      return false;
  }
}

export function isLoopback(address: string): boolean {
  return isIP(address) === 4 ? LOOPBACK_V4.check(address, "ipv4") : address === "::1";
}

/** Whether this machine has the address on one of its interfaces. */
export function isOwnAddress(address: string): boolean {
  for (const entries of Object.values(networkInterfaces())) {
    if (entries?.some((entry) => entry.address === address)) return true;
  }
  return false;
}

/** A dual-stack socket spells an IPv4 peer as an IPv6 address; this is the address that a person would write. */
export function unmappedAddress(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice("::ffff:".length) : address;
}

function blocks(family: "ipv4" | "ipv6", subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = "", prefix] = subnet.split("/");
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

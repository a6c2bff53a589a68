import { isIPv6 } from "node:net";

/** A proxy may pass on what is no address at all. */
const MAX_LENGTH = 64;

/**
 * Whose requests count together, of a client's address: an IPv4 address is itself, also in its IPv6 spelling; an
 * IPv6 address is its /64, since whoever has one address of a network has 2^64 of them.
 */
export function addressSubject(address: string): string {
  if (!address.includes(":")) return address.slice(0, MAX_LENGTH);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const bare = address.split("%", 1)[0] ?? address;
  if (!isIPv6(bare)) return address.slice(0, MAX_LENGTH);
  const [before = "", after] = bare.toLowerCase().split("::");
  const left = before === "" ? [] : before.split(":");
  const right = after === undefined || after === "" ? [] : after.split(":");
  const wide =
    after === undefined
      ? left
      : [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
  const network = wide.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}

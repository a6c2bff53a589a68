import { BlockList, isIP } from "node:net";
import type { ApiKeyHolder } from "./api-key-cache";

/** Built once for each list that was read: checking it costs a microsecond, building it more. */
const blocksOfList = new WeakMap<readonly string[], BlockList>();

/** Whether a key may be used from a client's address: both the account's list and the key's own must allow it. */
export function isAddressAllowed({ allowedAddresses, keyAddresses }: ApiKeyHolder, address: string): boolean {
  return isOnList(allowedAddresses, address) && isOnList(keyAddresses, address);
}

/** An empty list allows every address. */
function isOnList(addresses: readonly string[], address: string): boolean {
  if (addresses.length === 0) return true;
  let blocks = blocksOfList.get(addresses);
  if (blocks === undefined) {
    blocks = toBlockList(addresses);
    blocksOfList.set(addresses, blocks);
  }
  // A dual-stack socket spells IPv4 as IPv6; the list holds what people wrote.
  const bare = address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
  const family = isIP(bare);
  return family !== 0 && blocks.check(bare, family === 6 ? "ipv6" : "ipv4");
}

function toBlockList(entries: readonly string[]): BlockList {
  const blocks = new BlockList();
  for (const entry of entries) {
    const [network = "", prefix] = entry.split("/", 2);
    const family = isIP(network);
    if (family === 0) continue;
    const type = family === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) blocks.addAddress(network, type);
    else blocks.addSubnet(network, Number(prefix), type);
  }
  return blocks;
}

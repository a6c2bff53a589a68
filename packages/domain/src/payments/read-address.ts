import { getAddress, isAddress } from "viem";

/**
 * An address that a person typed, with its checksum (EIP-55). One in mixed case whose checksum is wrong has a typing
 * mistake; one in a single case says nothing about mistakes and is refused too, since money sent wrongly is gone.
 */
export function readAddress(text: string): { ok: true; address: string } | { ok: false; fault: string } {
  if (!/^0x[0-9a-fA-F]{40}$/.test(text))
    return { ok: false, fault: "An address begins with 0x and has 40 more symbols, 0 to 9 and a to f." };
  if (/^0x0{40}$/.test(text)) return { ok: false, fault: "Nobody can open the address of zeros." };
  if (isAddress(text, { strict: true }) && getAddress(text) === text) return { ok: true, address: text };
  return {
    ok: false,
    fault:
      "The address has no valid checksum. Copy it from your wallet again, capitals and all, and do not type it.",
  };
}

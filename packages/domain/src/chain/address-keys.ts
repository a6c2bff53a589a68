import { createHash } from "node:crypto";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { HDKey } from "@scure/bip32";
import { keccak256 } from "viem";

/** Derives the addresses of customers from the operator's extended public key. */
export class AddressKeys {
  readonly #receiving: HDKey;
  /** Tells one public key from another without showing it. */
  readonly fingerprint: string;

  constructor(publicKey: string) {
    const account = HDKey.fromExtendedKey(publicKey);
    if (account.privateKey !== null) throw new Error("a private key has no place on a server");
    this.#receiving = account.deriveChild(0);
    this.fingerprint = createHash("sha256").update(publicKey).digest("hex").slice(0, 12);
  }

  /** The address of child 0/index, in lower case. */
  addressAt(index: number): string {
    const { publicKey } = this.#receiving.deriveChild(index);
    if (publicKey === null) throw new Error(`no key has the index ${index}`);
    const point = secp256k1.Point.fromBytes(publicKey).toBytes(false);
    return `0x${keccak256(point.slice(1)).slice(-40)}`;
  }
}

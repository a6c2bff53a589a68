import { HDKey } from "@scure/bip32";

export interface ChainTokenOptions {
  symbol: string;
  /** Any case; stored in lower case. */
  address: string;
  decimals: number;
  /** One that is only known: what arrives in it is shown, and staff can book it. */
  accepted: boolean;
}

/** The chain that deposits and payouts go over, as the operator configured it. The public key alone: none that signs. */
export interface ChainOptions {
  rpcUrl: string;
  chainId: number;
  name: string;
  /** Extended public key of an account (m/44'/60'/0'): addresses are its children 0/index. */
  publicKey: string;
  tokens: readonly ChainTokenOptions[];
  confirmations: number;
  /** How many blocks one question for logs may span. */
  blockRange: number;
}

/** What is wrong with a text that should be an extended public key, or null. */
export function publicKeyFault(text: string): string | null {
  try {
    const key = HDKey.fromExtendedKey(text);
    return key.privateKey === null
      ? null
      : "is a private key: give the public one (xpub), and move your money";
  } catch {
    return "is not an extended public key (xpub…)";
  }
}

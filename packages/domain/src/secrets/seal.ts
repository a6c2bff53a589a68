import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * What must not be readable in a table is sealed with AES-256-GCM: format byte, 12 bytes nonce, 16 bytes tag,
 * ciphertext. The key comes from the server's secret by HKDF-SHA256, another one for each purpose; `bound` (the row's
 * owner) is authenticated with it, so that what was moved to another row does not open.
 */
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function sealingKey(serverSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", serverSecret, "", purpose, 32));
}

export function seal(key: Buffer, bound: string, secret: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), text]);
}

/** Throws when it was sealed with another key, for another owner, or changed since. */
export function unseal(key: Buffer, bound: string, sealed: Buffer): Buffer {
  if (sealed[0] !== FORMAT) throw new Error("unknown format of a sealed secret");
  const text = 1 + NONCE_BYTES + TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(1 + NONCE_BYTES, text));
  return Buffer.concat([decipher.update(sealed.subarray(text)), decipher.final()]);
}

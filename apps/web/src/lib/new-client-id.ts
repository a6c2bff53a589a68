/** 128 random bits that name one order of money, however often it is sent; `crypto.randomUUID` would need a secure origin. */
export function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

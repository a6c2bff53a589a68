const SIDE = 8;
const PIXELS_MAX = 1_000_000;

/**
 * What a picture looks like, in 64 bits: for each of 8 rows of 9 grey dots whether the next one is lighter. Pictures that
 * differ in a few bits look alike. Null for what cannot be decoded. The decoder is loaded when the first one is asked
 * for: most processes never need it.
 */
export async function perceptualHash(bytes: Buffer): Promise<string | null> {
  const { default: sharp } = await import("sharp");
  try {
    const dots = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "none", pages: 1 })
      .flatten({ background: "white" })
      .greyscale()
      .resize(SIDE + 1, SIDE, { fit: "fill" })
      .raw()
      .toBuffer();
    let bits = 0n;
    for (let row = 0; row < SIDE; row++) {
      for (let column = 0; column < SIDE; column++) {
        const at = row * (SIDE + 1) + column;
        bits = (bits << 1n) | ((dots[at] ?? 0) < (dots[at + 1] ?? 0) ? 1n : 0n);
      }
    }
    return bits.toString(16).padStart(16, "0");
  } catch {
    return null;
  }
}

/** In how many of their 64 bits two pictures differ. */
export function bitsApart(one: string, other: string): number {
  let difference = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let bits = 0;
  for (; difference > 0n; difference &= difference - 1n) bits++;
  return bits;
}

import type { SampleFile } from "../sample-files";

export function base64Of({ bytes }: SampleFile): string {
  return bytes.toString("base64");
}

export const LIMITS_OF_IMAGES = "jpg, gif or png, 100 bytes to 600 kB, at most 1000 px a side.";

import { fileURLToPath } from "node:url";
import { GlobalFonts } from "@napi-rs/canvas";

// Spelled out, so that the tools which look for unused dependencies see each package being used.
const files = {
  "Alfa Slab One": import.meta.resolve(
    "@fontsource/alfa-slab-one/files/alfa-slab-one-latin-400-normal.woff2",
  ),
  "Barlow Condensed": import.meta.resolve(
    "@fontsource/barlow-condensed/files/barlow-condensed-latin-600-normal.woff2",
  ),
  Caveat: import.meta.resolve("@fontsource/caveat/files/caveat-latin-500-normal.woff2"),
  "Cedarville Cursive": import.meta.resolve(
    "@fontsource/cedarville-cursive/files/cedarville-cursive-latin-400-normal.woff2",
  ),
  "Cutive Mono": import.meta.resolve("@fontsource/cutive-mono/files/cutive-mono-latin-400-normal.woff2"),
  "Gochi Hand": import.meta.resolve("@fontsource/gochi-hand/files/gochi-hand-latin-400-normal.woff2"),
  Kalam: import.meta.resolve("@fontsource/kalam/files/kalam-latin-400-normal.woff2"),
  "Libre Baskerville": import.meta.resolve(
    "@fontsource/libre-baskerville/files/libre-baskerville-latin-400-normal.woff2",
  ),
  Lobster: import.meta.resolve("@fontsource/lobster/files/lobster-latin-400-normal.woff2"),
  Overpass: import.meta.resolve("@fontsource/overpass/files/overpass-latin-700-normal.woff2"),
  "Permanent Marker": import.meta.resolve(
    "@fontsource/permanent-marker/files/permanent-marker-latin-400-normal.woff2",
  ),
  "Playfair Display": import.meta.resolve(
    "@fontsource/playfair-display/files/playfair-display-latin-700-normal.woff2",
  ),
  "Reenie Beanie": import.meta.resolve(
    "@fontsource/reenie-beanie/files/reenie-beanie-latin-400-normal.woff2",
  ),
  "Saira Extra Condensed": import.meta.resolve(
    "@fontsource/saira-extra-condensed/files/saira-extra-condensed-latin-600-normal.woff2",
  ),
  "Share Tech Mono": import.meta.resolve(
    "@fontsource/share-tech-mono/files/share-tech-mono-latin-400-normal.woff2",
  ),
  "Stardos Stencil": import.meta.resolve(
    "@fontsource/stardos-stencil/files/stardos-stencil-latin-700-normal.woff2",
  ),
  VT323: import.meta.resolve("@fontsource/vt323/files/vt323-latin-400-normal.woff2"),
} as const;

export type Typeface = keyof typeof files;

/** Throws when a font is not there: drawing on with another one would give wrong shapes without a word. */
export function registerTypefaces(): void {
  for (const [name, url] of Object.entries(files))
    if (!GlobalFonts.registerFromPath(fileURLToPath(url), name))
      throw new Error(`cannot read the font ${name}`);
}

/** The value of a pen's `font`. */
export function typeface(name: Typeface, sizePx: number): string {
  return `${sizePx}px "${name}"`;
}

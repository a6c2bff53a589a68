import type { Random } from "./random";
import type { Raster } from "./raster";

/** Hints as in.php names them. */
export interface Hints {
  phrase?: 0 | 1;
  regsense?: 0 | 1;
  numeric?: 0 | 1 | 2 | 3 | 4;
  calc?: 0 | 1;
  min_len?: number;
  max_len?: number;
  textinstructions?: string;
}

export type Encoding = { as: "jpg"; quality: number } | { as: "png" | "gif"; colours: number };

/** One picture to draw: what it says is certain, because it is said here first. */
export interface Recipe {
  truth: string;
  hints?: Hints;
  encoding: Encoding;
  /** The finished picture; numbers as in the file, 0 to 1. */
  draw(random: Random): Raster;
}

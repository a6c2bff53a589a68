import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

const truthsSchema = z.array(z.object({ sha256: z.string().length(64), truth: z.string().min(1) }));

/** What the demo's pictures say, by the SHA-256 of their bytes. Stays beside the pictures, outside the bundle. */
const FILE = new URL("../samples/truths.json", import.meta.url);

export class KnownTruths {
  readonly #truthByHash: ReadonlyMap<string, string>;

  constructor(truths: readonly { sha256: string; truth: string }[]) {
    this.#truthByHash = new Map(truths.map(({ sha256, truth }) => [sha256, truth]));
  }

  /** Throws when the list of the samples is missing or misshapen. */
  static ofSamples(): KnownTruths {
    return new KnownTruths(truthsSchema.parse(JSON.parse(readFileSync(FILE, "utf8"))));
  }

  /** What the picture says; undefined when nobody here knows it. */
  of(picture: Uint8Array): string | undefined {
    return this.#truthByHash.get(createHash("sha256").update(picture).digest("hex"));
  }
}

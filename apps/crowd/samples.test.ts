import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import truths from "./samples/truths.json";
import { bareFile } from "./scripts/draw-samples/bare-file";

const folder = join(import.meta.dirname, "samples");
const pictures = truths.map((truth) => ({ ...truth, bytes: readFileSync(join(folder, truth.file)) }));
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe("the sample pictures", () => {
  test("are at least 96, twelve or more of each of eight families", () => {
    const counts = new Map<string, number>();
    for (const { family } of truths) counts.set(family, (counts.get(family) ?? 0) + 1);
    expect(truths.length).toBeGreaterThanOrEqual(96);
    expect(counts.size).toBe(8);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(12);
  });

  test("have the hashes that truths.json gives, each its own", () => {
    expect(pictures.filter(({ bytes, sha256: listed }) => sha256(bytes) !== listed)).toEqual([]);
    expect(new Set(truths.map((truth) => truth.sha256)).size).toBe(truths.length);
  });

  test("carry no metadata, so that stripping it leaves their bytes alone", () => {
    expect(pictures.filter(({ bytes }) => !bareFile(bytes).equals(bytes)).map(({ file }) => file)).toEqual(
      [],
    );
  });

  test("are all listed, and together stay under 2.5 MB", () => {
    const drawn = readdirSync(folder).filter((file) => /\.(jpg|png|gif)$/.test(file));
    expect(drawn.toSorted()).toEqual(truths.map(({ file }) => file).toSorted());
    expect(pictures.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(2.5 * 1024 * 1024);
  });
});

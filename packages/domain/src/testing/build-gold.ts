import type { NewGold } from "@sightline/contract/gold";
import type { DomainContext } from "../context";
import { encodePng } from "../files/fixtures/encode-png";
import { noise } from "../files/fixtures/noise";
import { addGold } from "../gold/add-gold";

/** A gold task of a small picture, added by somebody of staff. */
export async function buildGold(
  ctx: DomainContext,
  addedBy: number,
  { answers = ["Kx7h"], ...overrides }: Partial<NewGold> = {},
): Promise<number> {
  const { id } = await addGold(ctx, {
    kind: "image",
    fileBase64: encodePng({ noise: noise(2400) }).toString("base64"),
    caseMatters: false,
    answers,
    addedBy,
    ...overrides,
  });
  return id;
}

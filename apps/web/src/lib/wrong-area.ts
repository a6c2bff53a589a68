import type { Me } from "@sightline/contract/session";
import type { Area } from "./area";

/** Thrown on the way to a page of an area that the logged-in person does not belong to. */
export class WrongArea extends Error {
  override readonly name = "WrongArea";

  constructor(
    readonly me: Me,
    readonly area: Area,
  ) {
    super(`the ${me.role} account is not for the ${area} pages`);
  }
}

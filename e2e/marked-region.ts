import type { Locator, Page } from "@playwright/test";

/** The part of the work screen that is marked, by the pixels of the customer's picture. */
export class MarkedRegion {
  private constructor(
    readonly region: Locator,
    private readonly page: Page,
    private readonly sides: { widthPx: number; heightPx: number },
  ) {}

  static of(page: Page, name: string, sides: { widthPx: number; heightPx: number }): MarkedRegion {
    return new MarkedRegion(page.getByRole("group", { name, exact: true }), page, sides);
  }

  async click(x: number, y: number): Promise<void> {
    const at = await this.#place(x, y);
    await this.page.mouse.click(at.x, at.y);
  }

  async drag(from: [x: number, y: number], to: [x: number, y: number]): Promise<void> {
    const [start, end] = [await this.#place(...from), await this.#place(...to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 3 });
    await this.page.mouse.up();
  }

  /** The middle of a pixel on the screen. */
  async #place(x: number, y: number): Promise<{ x: number; y: number }> {
    const box = await this.region.boundingBox();
    if (box === null) throw new Error("the picture is not on the screen");
    return {
      x: box.x + ((x + 0.5) / this.sides.widthPx) * box.width,
      y: box.y + ((y + 0.5) / this.sides.heightPx) * box.height,
    };
  }
}

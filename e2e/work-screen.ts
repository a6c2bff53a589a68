import { expect, type Locator, type Page } from "@playwright/test";

/** A little more than the time in which the screen takes no press for a task that has just come. */
const HASTY_MS = 200;

/** The work screen as a person sees it, by the names that the run contract promises. */
export class WorkScreen {
  readonly answer: Locator;
  readonly picture: Locator;

  private constructor(readonly page: Page) {
    this.answer = page.getByRole("textbox", { name: "Answer", exact: true });
    this.picture = page.getByRole("img", { name: "Task image", exact: true });
  }

  /** Opens it and waits until it is connected and work could arrive. */
  static async open(page: Page): Promise<WorkScreen> {
    const screen = WorkScreen.of(page);
    await page.goto("/work");
    await screen.isConnected();
    return screen;
  }

  static of(page: Page): WorkScreen {
    return new WorkScreen(page);
  }

  async isConnected(): Promise<void> {
    await expect(this.page.getByText("Connected", { exact: true })).toBeVisible();
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /**
   * Waits for the task to be on the screen and looks at it, as a person would: a press just after a task has come may
   * have been meant for the one before, and is not taken.
   */
  async lookAt(task: Locator = this.picture): Promise<void> {
    await expect(task).toBeVisible();
    await this.page.waitForTimeout(HASTY_MS);
  }

  /** Types what a person reads in the picture on the screen and sends it. */
  async solve(text: string): Promise<void> {
    await expect(this.picture).toBeVisible();
    await this.answer.pressSequentially(text);
    await this.page.keyboard.press("Enter");
    await expect(this.answer).toHaveValue("");
  }

  /** Which picture is shown, as its bytes or its address. */
  async shownPicture(): Promise<string> {
    await expect(this.picture).toBeVisible();
    return (await this.picture.getAttribute("src")) ?? "";
  }
}

import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { DEMO_PASSWORD } from "@sightline/domain/accounts/demo-people";
import type { PageFaults } from "./page-faults";

/** Opens browsers for people, each with cookies and storage of their own, and closes them at the test's end. */
export class People {
  readonly #contexts: BrowserContext[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly faults: PageFaults,
    private readonly origin: string,
  ) {}

  /** Somebody who is not logged in. */
  async visitor(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.origin, ...options });
    this.#contexts.push(context);
    await this.faults.watch(context);
    return context.newPage();
  }

  /** Somebody who has logged in already, by the call that the log-in page makes. */
  async loggedIn(email: string, options: BrowserContextOptions & { password?: string } = {}): Promise<Page> {
    const { password = DEMO_PASSWORD, ...contextOptions } = options;
    const page = await this.visitor(contextOptions);
    const reply = await page.request.post("/trpc/session.logIn", { data: { email, password } });
    const body = await reply.text();
    if (!body.includes('"logged_in"')) throw new Error(`${email} could not log in: ${body}`);
    return page;
  }

  async goHome(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
  }
}

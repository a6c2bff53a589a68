import type { BrowserContext, ConsoleMessage, WebError } from "@playwright/test";

const FROM_PAGE = "policy violated";

/**
 * Everything that a page must not do unseen: errors in the console, exceptions that nobody caught, and violations of
 * the content policy, of all pages of the contexts that are watched.
 */
export class PageFaults {
  readonly #faults: string[] = [];
  readonly #expected: RegExp[] = [];

  /** Faults that a test causes on purpose, such as failed requests while the network is cut. */
  expect(fault: RegExp): void {
    this.#expected.push(fault);
  }

  async watch(context: BrowserContext): Promise<void> {
    context.on("console", (message) => this.#takeMessage(message));
    context.on("weberror", (error) => this.#takeError(error));
    await context.addInitScript((words) => {
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
        console.error(words, violatedDirective, blockedURI, sourceFile);
      });
    }, FROM_PAGE);
  }

  get unexpected(): string[] {
    return this.#faults.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
  }

  #takeMessage(message: ConsoleMessage): void {
    if (message.type() !== "error") return;
    this.#faults.push(`${message.page()?.url() ?? ""}: ${message.text()} (${message.location().url})`);
  }

  #takeError(error: WebError): void {
    this.#faults.push(`${error.page()?.url() ?? ""}: ${error.error().stack ?? String(error.error())}`);
  }
}

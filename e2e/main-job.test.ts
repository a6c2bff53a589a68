import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { formatUsd, shareOf } from "@sightline/contract/money";
import { PLATFORM_ACCOUNTS, POSTINGS } from "@sightline/domain/ledger/postings";
import { CustomerProgram } from "./customer-program";
import { demoKey, expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PRICE_MICROS = 200;
const SHARE_MICROS = shareOf(PRICE_MICROS, 6_000);

test("a picture sent with the printed curl line is solved by a person, and the money moves exactly", async ({
  demo,
  ledger,
  people,
  program,
}) => {
  const before = {
    customer: await ledger.balances("customer@demo.test"),
    worker: await ledger.balances("worker@demo.test"),
  };

  const page = await people.visitor();
  await page.goto("/login");
  await page.getByLabel("Email").fill("worker@demo.test");
  await page.getByLabel("Password").fill("demo-password");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page).toHaveURL("/work");
  const screen = WorkScreen.of(page);
  await expect(screen.answer).toBeFocused();

  const sent = await run(demo.printedSendLine);
  expect(sent).toMatch(/^OK\|\d+$/);
  const taskId = Number(sent.slice("OK|".length));
  await screen.solve("KX 482 RE");

  expect(await program.finalResult(taskId)).toBe("OK|KX 482 RE");

  const customerId = await ledger.accountId("customer@demo.test");
  const workerId = await ledger.accountId("worker@demo.test");
  expect(await ledger.balances("customer@demo.test")).toEqual({
    ...before.customer,
    availableMicros: before.customer.availableMicros - PRICE_MICROS,
  });
  expect(await ledger.balances("worker@demo.test")).toEqual({
    ...before.worker,
    pendingMicros: before.worker.pendingMicros + SHARE_MICROS,
  });
  expect(await ledger.movesOf(taskId)).toEqual([
    { posting: POSTINGS.hold.code, from: customerId, to: customerId, micros: PRICE_MICROS },
    { posting: POSTINGS.capture_share.code, from: customerId, to: workerId, micros: SHARE_MICROS },
    {
      posting: POSTINGS.capture_fee.code,
      from: customerId,
      to: PLATFORM_ACCOUNTS.fees,
      micros: PRICE_MICROS - SHARE_MICROS,
    },
  ]);

  const leftMicros = before.customer.availableMicros - PRICE_MICROS;
  expect(await program.balance()).toBe(String(leftMicros / 1_000_000));
  await expect(page.getByRole("contentinfo")).toContainText(
    `Pending${formatUsd(before.worker.pendingMicros + SHARE_MICROS)}`,
  );
  const customer = await people.loggedIn("customer@demo.test");
  await customer.goto("/app");
  await expect(customer.getByRole("main")).toContainText(`Available${formatUsd(leftMicros)}`);
  await customer.goto("/app/tasks");
  await expect(
    customer.getByRole("row", { name: new RegExp(`${taskId}.*Answered.*KX 482 RE`) }),
  ).toBeVisible();
});

test("every picture of a burst is answered once and goes to nobody twice", async ({ people, program }) => {
  const one = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const two = await WorkScreen.open(await people.loggedIn("worker2@demo.test"));
  const taskIds = await Promise.all(
    ["word-01.jpg", "word-02.png", "house-01.jpg"].map((each) => program.send(each)),
  );
  await one.solve("first");
  await two.solve("second");
  await solveWhereItIs([one, two], "third");
  const words = await Promise.all(taskIds.map((taskId) => program.finalResult(taskId)));
  expect(words.toSorted()).toEqual(["OK|first", "OK|second", "OK|third"]);
});

test("a large picture comes by an address of its own, which is its holder's alone", async ({
  people,
  program,
}) => {
  const visitor = await people.visitor({ viewport: { width: 1000, height: 700 } });
  await visitor.goto("/");
  await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
  const large = await visitor.screenshot({ type: "jpeg", quality: 100 });
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const other = await people.loggedIn("worker2@demo.test");
  const taskId = await program.send(large);
  const address = await screen.shownPicture();
  expect(address).toMatch(new RegExp(`^/lease-picture/${taskId}/`));
  expect(await screen.picture.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(1_000);
  expect((await other.request.get(address)).status()).toBe(404);
  await screen.solve("Sightline");
  expect(await program.finalResult(taskId)).toBe("OK|Sightline");
});

test("a customer whose balance is empty is refused and nothing is accepted", async ({ demo, ledger }) => {
  const poor = new CustomerProgram(demo.url, demoKey("customer2@demo.test"));
  expect(await poor.post("word-01.jpg")).toBe("ERROR_ZERO_BALANCE");
  expect(await ledger.openTasks()).toEqual([]);
});

/** The last picture of a burst waits for whichever of the workers is free first. */
async function solveWhereItIs(screens: WorkScreen[], text: string): Promise<void> {
  let holder: WorkScreen | undefined;
  await expect
    .poll(async () => {
      for (const screen of screens) if (await screen.picture.isVisible()) holder = screen;
      return holder !== undefined;
    })
    .toBe(true);
  await holder?.solve(text);
}

async function run(line: string): Promise<string> {
  const { stdout } = await promisify(execFile)("sh", ["-c", line], { cwd: ROOT });
  return stdout;
}

import { shareOf } from "@sightline/contract/money";
import { POSTINGS } from "@sightline/domain/ledger/postings";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("the live floor shows a task from its arrival to its end", async ({ people, program }) => {
  const staff = await people.loggedIn("moderator@demo.test");
  await staff.goto("/staff");
  await expect(staff).toHaveURL("/staff/queue");
  await staff.goto("/staff/floor");
  await expect(staff.getByText("No open tasks")).toBeVisible();
  const taskId = await program.send("plate-05.jpg");
  const row = staff.getByRole("row", { name: new RegExp(String(taskId)) });
  await expect(row).toContainText("Waiting");
  await expect(row).toContainText("customer@demo.test");

  const screen = await WorkScreen.open(await people.loggedIn("worker9@demo.test"));
  await expect(row).toContainText("Being solved");
  await expect(row).toContainText("worker9@demo.test");
  await row.getByRole("button").click();
  await expect(staff.getByRole("dialog", { name: `Task ${taskId}` })).toContainText("Image to text");
  await staff.keyboard.press("Escape");
  await screen.solve("CRG 7741");
  await program.finalResult(taskId);
  await expect(staff.getByText("No open tasks")).toBeVisible();
});

test("a price that an admin changes holds for the next task, and the worker sees what it pays", async ({
  ledger,
  people,
  program,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  const setPrice = async (price: string, share: string) => {
    await admin.goto("/staff/prices");
    const pictures = admin.getByRole("region", { name: "Image to text" });
    await pictures.getByLabel("Price per 1000").fill(price);
    await pictures.getByLabel("Worker's share").fill(share);
    await pictures.getByRole("button", { name: "Save price" }).click();
    await expect(admin.getByText("The price is saved.")).toBeVisible();
  };
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const shareBefore = await ledger.shareOfNextTask();

  await setPrice("0.333", "70.5");
  const taskId = await program.send("word-01.jpg");
  const shareMicros = shareOf(333, 7_050);
  await expect(screen.page.getByText(`pays 0.${String(shareMicros).padStart(6, "0")} USD`)).toBeVisible();
  await screen.solve("marble");
  await program.finalResult(taskId);
  expect((await ledger.movesOf(taskId)).map(({ posting, micros }) => [posting, micros])).toEqual([
    [POSTINGS.hold.code, 333],
    [POSTINGS.capture_share.code, shareMicros],
    [POSTINGS.capture_fee.code, 333 - shareMicros],
  ]);

  // The version before is taken back into the form, where its effect stands before it is saved.
  await admin.goto("/staff/prices");
  const pictures = admin.getByRole("region", { name: "Image to text" });
  await pictures.getByText("Versions", { exact: true }).click();
  await expect(
    pictures.getByText(/0\.333 USD per 1000, share 70\.5 %, by admin@demo\.test/).first(),
  ).toBeVisible();
  await pictures
    .getByRole("button", { name: /^Take into the form/ })
    .last()
    .click();
  await expect(pictures.getByLabel("Price per 1000")).toHaveValue("0.2");
  await expectAccessible(admin);
  await pictures.getByRole("button", { name: "Save price" }).click();
  await expect(admin.getByText("The price is saved.")).toBeVisible();
  expect(await ledger.shareOfNextTask()).toEqual(shareBefore);
});

test("a moderator can neither change prices nor book money", async ({ ledger, people }) => {
  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff/prices");
  await expect(moderator.getByText("Only admins can change prices.")).toBeVisible();
  await expect(moderator.getByRole("button", { name: "Save price" })).toHaveCount(0);
  await expect(moderator.getByRole("link", { name: "Prices" })).toHaveCount(0);
  await moderator.goto("/staff/accounts?search=customer2");
  await moderator.getByRole("button", { name: "customer2@demo.test" }).click();
  const account = moderator.getByRole("dialog", { name: "customer2@demo.test" });
  await expect(account).toContainText("Available0.000000 USD");
  await expect(account.getByText("Deposit by hand")).toHaveCount(0);

  const price = { kind: "image", priceMicros: 1, workerShareBasisPoints: 10_000 };
  const accountId = await ledger.accountId("customer2@demo.test");
  const deposit = { accountId, amountMicros: 1_000_000, reason: "none" };
  const replies = [
    await moderator.request.post("/trpc/prices.set", { data: price }),
    await moderator.request.post("/trpc/staff.bookDeposit", { data: deposit }),
  ];
  expect(replies.map((reply) => reply.status())).toEqual([403, 403]);
});

test("an admin sets a limit of one customer, and sets it back", async ({ people }) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/accounts?search=customer2");
  await admin.getByRole("button", { name: "customer2@demo.test" }).click();
  const account = admin.getByRole("dialog", { name: "customer2@demo.test" });
  const limit = account.getByRole("textbox", { name: "Open long polls" });
  await limit.fill("250");
  await account.getByRole("button", { name: "Save the limit of Open long polls" }).click();
  await expect(admin.getByText("The limit is saved.")).toBeVisible();
  await admin.reload();
  await expect(limit).toHaveValue("250");
  await account.getByRole("button", { name: /^Set back the limit of Open long polls/ }).click();
  await expect(limit).toHaveValue("100");
});

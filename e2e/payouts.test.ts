import { firstIdAt } from "@sightline/db/task-id";
import { bookMoves } from "@sightline/domain/ledger/book-moves";
import { inTransaction } from "@sightline/domain/ledger/in-transaction";
import { PLATFORM_ACCOUNTS } from "@sightline/domain/ledger/postings";
import { withChainDemo } from "./chain-demo";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { LedgerView } from "./ledger-view";

const ADDRESS = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

test("staff pay out a batch, the worker sees it paid by the chain, and gets it back when the chain takes it back", async ({
  browser,
  faults,
}) => {
  test.setTimeout(120_000);
  await withChainDemo({ browser, faults }, async ({ chain, token, pool, people }) => {
    const worker = await people.loggedIn("worker4@demo.test");
    await worker.goto("/work/payouts");
    // The wrong address is refused with a status, which the browser logs.
    faults.expect(/409 \(Conflict\)/);
    const field = worker.getByRole("textbox", { name: "Address on Local chain" });
    for (const [typed, words] of [
      ["", "Enter your address"],
      ["my wallet", "0x and 40 hexadecimal digits"],
    ] as const) {
      await field.fill(typed);
      await worker.getByRole("button", { name: "Save address" }).click();
      await expect(field).toHaveAccessibleDescription(new RegExp(words));
      await expect(field).toHaveValue(typed);
    }
    await field.fill(ADDRESS.toLowerCase());
    await worker.getByRole("button", { name: "Save address" }).click();
    await expect(worker.getByText("no valid checksum")).toBeVisible();
    await field.fill(ADDRESS);
    await worker.getByRole("button", { name: "Save address" }).click();
    await expect(worker.getByText("Your pay goes to")).toBeVisible();
    const creditId = await new LedgerView(pool).accountId("worker4@demo.test");
    const pay = { debitId: PLATFORM_ACCOUNTS.expenses, creditId, micros: 7_250_000 };
    await inTransaction(pool, async (client) => {
      const causeId = firstIdAt(Date.now());
      await bookMoves(client, [{ ...pay, causeId, posting: "content_pay" }]);
      await bookMoves(client, [{ ...pay, causeId, debitId: creditId, posting: "pay_confirmed" }]);
    });

    const staff = await people.loggedIn("admin@demo.test");
    await staff.goto("/staff/payouts");
    await staff.getByRole("textbox", { name: "Wallet that pays out" }).fill(chain.payer.address);
    await staff.getByRole("button", { name: /Payout day/ }).click();
    await staff.getByRole("option", { name: "Every Friday" }).click();
    await staff.getByRole("button", { name: "Save settings" }).click();
    await expect(staff.getByText("The settings are saved.")).toBeVisible();
    await staff.getByRole("button", { name: "Make a batch in TUSD" }).click();
    await staff.getByRole("button", { name: "Approve 7.250000 USD" }).click();
    const download = staff.waitForEvent("download");
    await staff.getByRole("button", { name: "Safe JSON" }).click();
    expect((await download).suggestedFilename()).toMatch(/^payouts-\d+\.json$/);
    // A transaction that never comes is taken off after half an hour, and the batch goes on.
    await staff.getByRole("textbox", { name: "Transaction" }).fill(`0x${"e".repeat(64)}`);
    await staff.getByRole("button", { name: "Look it up" }).click();
    await expect(staff.getByText("the chain does not know it yet")).toBeVisible();
    await pool.query("update payout_transaction set missing_since = missing_since - interval '31 minutes'");
    await chain.mine(3);
    await staff.getByRole("button", { name: /^Take off 0xe/ }).click();
    const question = staff.getByRole("dialog", { name: "Take a transaction off this batch" });
    await question.getByRole("textbox", { name: "Reason" }).fill("never left the wallet");
    await expectAccessible(staff);
    await question.getByRole("button", { name: "Take off" }).click();
    await expect(staff.getByText("Taken off: never left the wallet")).toBeVisible();
    const hash = await chain.send(token, ADDRESS, 7_250_000n);
    await staff.getByRole("textbox", { name: "Transaction" }).fill(hash);
    await staff.getByRole("button", { name: "Look it up" }).click();
    await expect(staff.getByText("waits for confirmations")).toBeVisible();
    await expectAccessible(staff);
    await chain.mine(2);
    await expect(staff.getByText("Paid", { exact: true })).toBeVisible();
    await expect(worker.getByRole("row", { name: /7\.250000 USD/ })).toContainText("Paid");
    await worker.reload();
    await expect(worker.getByText(/^Friday, /)).toBeVisible();
    await expectAccessible(worker);

    // A reorganisation deeper than the confirmations: the next look at what was confirmed finds it gone.
    await chain.reorganise(5);
    const shift = "set looked_at = looked_at - interval '16 seconds'";
    await pool.query(`update payout_transaction ${shift} where state = 'confirmed'`);
    await expect(staff.getByText("confirmed once, and gone from the chain")).toBeVisible();
    await pool.query("update payout_transaction set missing_since = missing_since - interval '31 minutes'");
    await chain.mine(3);
    const giveBack = staff.getByRole("button", { name: `Give its payouts back ${hash}` });
    await giveBack.focus();
    await staff.keyboard.press("Enter");
    const back = staff.getByRole("dialog", { name: "Give back the payouts of a transaction that is gone" });
    await back.getByRole("textbox", { name: "Reason" }).fill("the chain went another way");
    await expectAccessible(staff);
    await staff.keyboard.press("Enter");
    await expect(staff.getByText("Taken off: the chain went another way")).toBeVisible();
    await expectAccessible(staff);
    await expect(worker.getByRole("row", { name: /7\.250000 USD/ })).toContainText("Taken back by the chain");
    await expectAccessible(worker);
  });
});

import type { Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test.describe.configure({ timeout: 120_000 });

test("a moderator's day: what waits, a report, pictures, bans, refunds, an account; nothing that admins do", async ({
  people,
  program,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker7@demo.test"));
  const taskId = await program.send("plate-06.jpg");
  await screen.solve("DEL 4093 X");
  await program.finalResult(taskId);
  await screen.page.close();
  expect(await program.reportBad(taskId)).toBe("OK_REPORT_RECORDED");

  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff");
  const row = moderator.getByRole("row", { name: new RegExp(`task:${taskId}`) });
  await row.getByRole("button").click();
  await moderator.getByLabel("What do you read?").fill("DEL 4093 V");
  await moderator.keyboard.press("Enter");
  await expect(moderator.getByText("The worker answered")).toBeVisible();
  await moderator.keyboard.press("a");
  await expect(moderator.getByText(/decided\.|second reader/)).toBeVisible();

  await goTo(moderator, "Images", "Blocked images");
  await expect(moderator.getByRole("region", { name: "Blocks", exact: true })).toBeVisible();
  await goTo(moderator, "Bans", "Bans");
  await expect(moderator.getByRole("button", { name: "Exempt an address" })).toHaveCount(0);
  await goTo(moderator, "Refunds", "Refunds");
  await expect(moderator.getByText("Only admins give sets back.")).toBeVisible();
  await expectAccessible(moderator);
  await goTo(moderator, "Live floor", "Live floor");
  await expect(moderator.getByText("Uptime in 30 days")).toBeVisible();
  await expect(moderator.getByRole("button", { name: "Pause Text question" })).toHaveCount(0);
  await expectAccessible(moderator);
  await goTo(moderator, "Accounts", "Accounts");
  await moderator.getByRole("button", { name: "worker7@demo.test" }).click();
  const account = moderator.getByRole("dialog", { name: "worker7@demo.test" });
  await expect(account.getByRole("list", { name: "Timeline" })).toContainText("Account opened");
  await expect(account.getByRole("button", { name: "Look at it as they do" })).toHaveCount(0);

  for (const [path, data] of [
    ["bans.exempt", { address: "192.0.2.1", reason: "none" }],
    ["floor.switchKind", { kind: "text", mode: "pause", reason: "none" }],
    ["refunds.give", { accountId: 1, taskIds: [2_000_000_001], expectedMicros: 1, reason: "none" }],
    ["impersonation.start", { accountId: 1, reason: "none" }],
    ["announcements.publish", { audience: "workers", tone: "info", text: "none", untilMs: null }],
  ] as const) {
    const reply = await moderator.request.post(`/trpc/${path}`, { data });
    expect([path, reply.status()]).toEqual([path, 403]);
  }
});

test("an admin's day: an address is exempt and counted again, and the audit log tells of it and holds", async ({
  people,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/bans");
  await admin.getByRole("button", { name: "Exempt an address" }).click();
  const exempt = admin.getByRole("dialog", { name: "Exempt an address" });
  await exempt.getByLabel("Address").fill("2001:db8:7::1");
  await exempt.getByLabel("Reason").fill("Our own monitor.");
  await expectAccessible(admin);
  await exempt.getByRole("button", { name: "Exempt it" }).click();
  const row = admin.getByRole("row", { name: /2001:db8:7:0::\/64/ });
  await expect(row).toContainText("Our own monitor.");
  await row.getByRole("button").click();
  const end = admin.getByRole("dialog", { name: /^End the exemption/ });
  await end.getByLabel("Reason").fill("The monitor has moved.");
  await end.getByRole("button", { name: "End", exact: true }).click();
  await expect(admin.getByText("The exemption has ended")).toBeVisible();
  await expectAccessible(admin);

  await goTo(admin, "Audit log", "Audit log");
  await expect(admin.getByRole("row", { name: /end_exemption/ }).first()).toBeVisible();
  await admin.getByRole("button", { name: "Verify the chain" }).click();
  await expect(admin.getByText(/^All \d+ acts are as they were written\.$/)).toBeVisible();
  const download = admin.waitForEvent("download");
  await admin.getByRole("link", { name: "Export", exact: true }).click();
  expect((await download).suggestedFilename()).toContain("staff-acts");
  await expectAccessible(admin);
});

/** By the navigation, as a person goes. */
async function goTo(page: Page, link: string, title: string): Promise<void> {
  await page.getByRole("link", { name: link, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

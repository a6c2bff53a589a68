import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./journey";

interface FormCase {
  path: string;
  /** What is pressed before the form is there. */
  open?: string[];
  /** What is pressed in the form before its fields are there: a fold's words, or the name of a choice. */
  unfold?: { text: string } | { radio: string };
  /** Where it stands, if not in the dialog that was opened or alone on its page. */
  region?: string;
  send: string;
  /** The words beside each field that may not stay empty. */
  empty?: Record<string, string | RegExp>;
  /** What is typed into a field, and the words beside it. */
  wrong: Record<string, [typed: string, words: string | RegExp]>;
}

const long = (characters: number) => "long ".repeat(Math.ceil(characters / 5)).slice(0, characters);
const EMAIL = /email address/;
const ADDRESS: [string, RegExp] = ["me at example", EMAIL];

const VISITORS: FormCase[] = [
  {
    path: "/login",
    send: "Log in",
    empty: { Email: EMAIL, Password: "Enter your password" },
    wrong: { Email: ADDRESS, Password: [long(300), /Use at most/] },
  },
  {
    path: "/signup",
    send: "Sign up",
    empty: { Name: "Enter a name", Email: EMAIL, Password: "Use at least 10 characters" },
    wrong: {
      Name: [long(101), "Use at most 100 characters"],
      Email: ADDRESS,
      Password: ["short", "Use at least 10 characters"],
    },
  },
  { path: "/forgot", send: "Mail me a link", empty: { Email: EMAIL }, wrong: { Email: ADDRESS } },
  {
    path: `/reset#token=${"a".repeat(30)}`,
    send: "Set password",
    empty: { "New password": "Use at least 10 characters" },
    wrong: { "New password": [long(300), /Use at most/] },
  },
  {
    path: `/signup#invitation=${"a".repeat(30)}`,
    send: "Accept invitation",
    empty: { Name: "Enter a name", Password: "Use at least 10 characters" },
    wrong: {
      Name: [long(101), "Use at most 100 characters"],
      Password: ["short", "Use at least 10 characters"],
    },
  },
  {
    path: `/join#${"a".repeat(43)}`,
    send: "Join",
    empty: { Name: "Enter a name", Password: "Use at least 10 characters" },
    wrong: {
      Name: [long(101), "Use at most 100 characters"],
      Password: [long(300), /Use at most/],
    },
  },
  {
    path: "/opt-out",
    send: "Ask for it",
    empty: { "Name of your site": "Enter the site's name", "Your email address": EMAIL },
    wrong: {
      "Name of your site": [long(2_001), "Use at most 2,000 characters"],
      "Your email address": ADDRESS,
      "What we should know (optional)": [long(1_001), "Use at most 1,000 characters"],
    },
  },
  {
    path: "/",
    send: "Send message",
    empty: { "Your email address": EMAIL, Message: "Say in a few words what it is about" },
    wrong: { "Your email address": ADDRESS, Message: [long(4_001), "Use at most 4,000 characters"] },
  },
];

const CUSTOMERS: FormCase[] = [
  {
    path: "/app/settings",
    region: "Allowed addresses",
    send: "Save addresses",
    wrong: { Addresses: ["203.0.113.7\nnot an address", /Line 2 is neither an address nor a range/] },
  },
  {
    path: "/app/settings",
    region: "Second factor",
    send: "Set up",
    empty: { Password: "Enter your password" },
    wrong: { Password: [long(300), /Use at most/] },
  },
  {
    path: "/app/settings",
    open: ["Delete my account"],
    send: "Delete my account in 7 days",
    empty: { "Your password, again": "Enter your password" },
    wrong: { "Your password, again": [long(300), /Use at most/] },
  },
  {
    path: "/app/keys",
    open: ["Create key"],
    send: "Create key",
    empty: { Name: "Enter a name" },
    wrong: { Name: [long(61), "Use at most 60 characters"] },
  },
  {
    path: "/app/keys",
    open: ["Create key"],
    unfold: { text: "What it may do, from where, how much and how long" },
    send: "Create key",
    wrong: {
      "Addresses of this key": ["203.0.113.7\nnowhere", /Line 2 is neither an address nor a range/],
      "Budget a day": ["plenty", /Write an amount/],
      "Budget a month": ["-1", /Write an amount/],
    },
  },
  {
    path: "/app/team",
    open: ["Invite somebody"],
    send: "Send invitation",
    empty: { Email: EMAIL },
    wrong: { Email: ADDRESS },
  },
  {
    path: "/app/recognition",
    open: ["Change Rotate"],
    unfold: { radio: "100 % recognition" },
    send: "Save",
    empty: { "Must agree": /whole number/, "Fewest answers": /whole number/, "Most answers": /whole number/ },
    wrong: {
      "Must agree": ["one", /whole number/],
      "Fewest answers": ["0", /whole number/],
      "Most answers": ["99", /whole number/],
    },
  },
  {
    path: "/app/recognition",
    open: ["Change Rotate"],
    unfold: { radio: "Confidence" },
    send: "Save",
    empty: { Confidence: /./ },
    wrong: { Confidence: ["rather sure", /./] },
  },
  {
    path: "/app/sites",
    open: ["Add a site"],
    send: "Add a site",
    empty: { "Name of the site": "Enter the site's name" },
    wrong: { "Name of the site": [long(2_001), "Use at most 2,000 characters"] },
  },
  {
    path: "/app/rates",
    open: ["Set maximum for Grid"],
    send: "Save maximum",
    wrong: { "Maximum per 1000": ["much", /./] },
  },
  {
    path: "/app/billing",
    region: "Alert and receipts",
    send: "Save",
    wrong: {
      "Tell me when the balance is below": ["little", /./],
      "Receipts are for": [long(1_001), "Use at most 1,000 characters"],
    },
  },
  {
    path: "/app/callbacks",
    send: "Send a test call",
    empty: { Address: "Enter an address" },
    wrong: { Address: [long(2_001), "Use at most 2,000 characters"] },
  },
  {
    path: "/app/support",
    send: "Send message",
    empty: { Message: "Say in a few words what it is about" },
    wrong: { Message: [long(4_001), "Use at most 4,000 characters"] },
  },
  {
    path: "/app/playground",
    open: ["Use a sample"],
    send: "Send",
    wrong: {
      "API key": ["not a key", /A key has 32 symbols/],
      "Instructions for the worker": [long(141), "Use at most 140 characters"],
    },
  },
];

const STAFF: FormCase[] = [
  {
    path: "/staff/accounts",
    open: ["Invite staff"],
    send: "Make invitation link",
    empty: { Email: EMAIL, Reason: "Say why" },
    wrong: { Email: ADDRESS, Reason: [long(501), "Use at most 500 characters"] },
  },
  {
    path: "/staff/accounts?search=customer2",
    open: ["customer2@demo.test"],
    region: "Deposit by hand",
    send: "Book deposit",
    empty: { Amount: /./, Reason: "Say why" },
    wrong: { Amount: ["a lot", /./], Reason: [long(501), "Use at most 500 characters"] },
  },
  {
    path: "/staff/accounts?search=customer2",
    open: ["customer2@demo.test"],
    region: "Suspension",
    send: "Suspend this account",
    empty: { "Reason, as its holder reads it": "Say why" },
    wrong: {
      "Reason, as its holder reads it": [long(501), "Use at most 500 characters"],
      Days: ["a few", /whole number of days/],
    },
  },
  {
    path: "/staff/accounts?search=customer2",
    open: ["customer2@demo.test"],
    send: "Save the limit of Open long polls",
    wrong: { "Open long polls": ["many", /whole number/] },
  },
  {
    path: "/staff/workers?search=worker8",
    open: ["worker8@demo.test", "Change Rotate"],
    send: "Suspend this kind",
    empty: { Reason: "Say why" },
    wrong: { Reason: [long(501), "Use at most 500 characters"] },
  },
  {
    path: "/staff/prices",
    region: "Image to text",
    send: "Save price",
    empty: { "Price per 1000": /./, "Worker's share": /./ },
    wrong: { "Price per 1000": ["cheap", /./], "Worker's share": ["120", /./] },
  },
  {
    path: "/staff/packages",
    send: "Save settings",
    empty: { "Paid answers per thread and hour": /./ },
    wrong: { "Paid answers per thread and hour": ["all", /./], "Floor per active hour": ["-1", /./] },
  },
  {
    path: "/staff/packages",
    open: ["Add package"],
    send: "Save package",
    empty: { Package: /./, Threads: /./ },
    wrong: { Package: [long(41), /./], Threads: ["none", /./] },
  },
  {
    path: "/staff/payouts",
    send: "Save settings",
    wrong: {
      "Wallet that pays out": ["my wallet", /40 hexadecimal digits/],
      "Pay out from": ["five", /./],
      "Hours until a changed address holds": ["999", "Enter hours from 0 to 720"],
      "Issuer printed on receipts": [long(1_001), "Use at most 1,000 characters"],
    },
  },
  {
    path: "/staff/refunds",
    send: "Dry run",
    empty: { "Account number": /./ },
    wrong: { "Account number": ["theirs", /./], "Hours back from now": ["9000", /./] },
  },
  {
    path: "/staff/refunds",
    send: "Look at the task",
    empty: { "Task number": /./ },
    wrong: { "Task number": ["that one", /./] },
  },
  {
    path: "/staff/policy",
    open: ["Publish a new version"],
    send: "Publish",
    wrong: {
      Text: ["Be good.", "Write the whole policy"],
      "What is new": [long(501), "Use at most 500 characters"],
    },
  },
  {
    path: "/staff/announcements",
    open: ["Write an announcement"],
    send: "Publish",
    empty: { Text: "Say what there is to say" },
    wrong: { Text: [long(501), "Use at most 500 characters"], "Hours to show it": ["soon", /./] },
  },
  {
    path: "/staff/gold",
    open: ["Add a gold task"],
    send: "Add",
    empty: { "Right answers, one a line": /./ },
    wrong: { "Right answers, one a line": [long(1_001), "An answer has at most 1,000 characters"] },
  },
  {
    path: "/staff/bans",
    open: ["Exempt an address"],
    send: "Exempt it",
    empty: { Address: /./, Reason: "Say why" },
    wrong: { Address: ["everybody", /./], Reason: [long(501), "Use at most 500 characters"] },
  },
  {
    path: "/staff/sites",
    open: ["Switch a host off"],
    send: "Switch off",
    empty: { Host: "Enter a host", Reason: "Say why" },
    wrong: {
      Host: [long(2_001), "Use at most 2,000 characters"],
      Reason: [long(501), "Use at most 500 characters"],
    },
  },
  {
    path: "/staff/sites",
    open: ["Refuse demo.test"],
    send: "Refuse demo.test",
    empty: { Reason: "Say why" },
    wrong: { Reason: [long(501), "Use at most 500 characters"] },
  },
  {
    path: "/staff/floor",
    open: ["Drain Rotate"],
    send: "Drain",
    empty: { Reason: "Say why" },
    wrong: { Reason: [long(501), "Use at most 500 characters"] },
  },
];

test.describe.configure({ timeout: 180_000 });

test("a visitor's forms say beside each field what is wrong, and keep what was typed", async ({ people }) => {
  const page = await people.visitor();
  for (const form of VISITORS) await expectWords(page, form);
});

test("a customer's forms say beside each field what is wrong, and keep what was typed", async ({
  people,
}) => {
  const page = await people.loggedIn("customer@demo.test");
  for (const form of CUSTOMERS) await expectWords(page, form);
});

test("the staff's forms say beside each field what is wrong, and keep what was typed", async ({ people }) => {
  const page = await people.loggedIn("admin@demo.test");
  for (const form of STAFF) await expectWords(page, form);
});

async function expectWords(page: Page, form: FormCase): Promise<void> {
  await test.step(`${form.path}: ${form.send}`, async () => {
    // The part behind # alone would open nothing anew.
    await page.goto("about:blank");
    await page.goto(form.path);
    for (const name of form.open ?? []) await page.getByRole("button", { name, exact: true }).click();
    const { unfold } = form;
    if (unfold)
      await ("text" in unfold
        ? page.getByText(unfold.text, { exact: true }).click()
        : page.getByRole("radio", { name: unfold.radio, exact: true }).check());
    const place =
      form.region === undefined ? page : page.getByRole("region", { name: form.region, exact: true });
    const field = (label: string): Locator =>
      place
        .getByRole("textbox", { name: label, exact: true })
        .or(place.getByLabel(label, { exact: true }).and(page.locator(":not([type=radio])")))
        .first();
    const send = place.getByRole("button", { name: form.send, exact: true }).last();

    const empty = Object.entries(form.empty ?? {});
    for (const [label] of empty) await field(label).fill("");
    if (empty.length > 0) await send.click();
    for (const [label, words] of empty) await expectWrong(field(label), words);

    const wrong = Object.entries(form.wrong);
    for (const [label, [typed]] of wrong) await field(label).fill(typed);
    await send.click();
    for (const [label, [typed, words]] of wrong) {
      await expectWrong(field(label), words);
      await expect(field(label)).toHaveValue(typed);
    }
  });
}

async function expectWrong(field: Locator, words: string | RegExp): Promise<void> {
  await expect(field).toHaveAttribute("aria-invalid", "true");
  const said = typeof words === "string" ? new RegExp(`(^| )${words}`) : words;
  await expect(field).toHaveAccessibleDescription(said);
}

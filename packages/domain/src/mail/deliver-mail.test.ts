import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { useTestDatabase } from "@sightline/testing/test-database";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildDomain } from "../testing/builders";
import { deliverMail, sweepMail } from "./deliver-mail";
import { listCaughtMail } from "./list-caught-mail";
import { queueMail } from "./queue-mail";

/** A real mail server on loopback: keeps what it takes, and refuses while `refusing`. */
const received: { from: string; to: string[]; source: string }[] = [];
let refusing = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, done) =>
    done(refusing ? Object.assign(new Error("try again later"), { responseCode: 451 }) : null),
  onData: (stream, session, done) => {
    let source = "";
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      source += text;
    });
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map(({ address }) => address),
        source,
      });
      done(null);
    });
  },
});

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let moveMs: (ms: number) => void;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const built = await buildDomain(database.url, {
    mail: {
      mode: "smtp",
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: "Sightline <no-reply@sightline.example.org>",
      publicUrl: "https://sightline.example.org",
    },
  });
  ({ domain, ctx } = built);
  moveMs = (ms) => built.clock.advance(ms);
});
afterAll(async () => {
  await domain.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  received.length = 0;
  refusing = false;
});

async function rows() {
  const { rows } = await ctx.pool.query<{ state: number; attempts: number; sealed: Buffer | null }>(
    "select state, attempts, sealed from mail order by id desc limit 1",
  );
  return rows[0];
}

test("mail reaches the server as it was written, once, and its text is gone afterwards", async () => {
  await queueMail(ctx, { to: "anna@example.org", subject: "Hello\nthere", text: "Line 1\nLine 2 – ü" });
  expect(await deliverMail.runOnce(ctx)).toBe(1);
  expect(await deliverMail.runOnce(ctx)).toBe(0);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: "no-reply@sightline.example.org", to: ["anna@example.org"] });
  expect(received[0]?.source).toContain("Subject: Hello there");
  expect(await rows()).toEqual({ state: 1, attempts: 1, sealed: null });
});

test("an address that reads like a list reaches one mailbox only, or none", async () => {
  await queueMail(ctx, { to: "a@example.org, b@example.org", subject: "One", text: "One" });
  await deliverMail.runOnce(ctx);
  for (const mail of received) expect(mail.to).toHaveLength(1);
  await ctx.pool.query("delete from mail");
});

test("what waits in the table cannot be read there", async () => {
  await queueMail(ctx, { to: "anna@example.org", subject: "Reset", text: "https://x.example/reset#secret" });
  expect((await rows())?.sealed?.toString("latin1")).not.toContain("secret");
  await deliverMail.runOnce(ctx);
});

test("a server that refuses is asked again later, and mail is given up after about a day", async () => {
  refusing = true;
  await queueMail(ctx, { to: "anna@example.org", subject: "Later", text: "Later" });
  expect(await deliverMail.runOnce(ctx)).toBe(1);
  expect(await deliverMail.runOnce(ctx)).toBe(0);
  expect(await rows()).toMatchObject({ state: 0, attempts: 1 });
  for (let hours = 0; hours < 40; hours++) {
    moveMs(3_600_000);
    await deliverMail.runOnce(ctx);
  }
  expect(await rows()).toEqual({ state: 2, attempts: 7, sealed: null });
});

test("mail of a transaction that is rolled back never goes out", async () => {
  await ctx.db
    .transaction(async (tx) => {
      await queueMail(ctx, { to: "anna@example.org", subject: "No", text: "No" }, tx);
      throw new Error("rolled back");
    })
    .catch(() => {});
  expect(await deliverMail.runOnce(ctx)).toBe(0);
  expect(received).toEqual([]);
});

test("mail that is over is forgotten after a week", async () => {
  moveMs(8 * 86_400_000);
  expect(await sweepMail.runOnce(ctx)).toBeGreaterThan(0);
  expect(await rows()).toBeUndefined();
});

test("nothing is shown as caught where mail is really sent", async () => {
  await queueMail(ctx, { to: "anna@example.org", subject: "Real", text: "Real" });
  expect(await listCaughtMail(ctx)).toEqual([]);
});

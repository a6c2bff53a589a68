import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { useTestDatabase } from "@sightline/testing/test-database";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { deliverMail } from "../mail/deliver-mail";
import { buildAuthentication, buildVisit, TEST_PASSWORD } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import type { Authentication } from "./authentication";
import { confirmEmail } from "./confirm-email";
import { logIn } from "./log-in";
import { signUp } from "./sign-up";

/** With a real mail server, sign-up is finished by what it brings. */
const sources: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, _session, done) => {
    let source = "";
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      source += text;
    });
    stream.on("end", () => {
      sources.push(source.replace(/=\r\n/g, "").replace(/=3D/g, "="));
      done(null);
    });
  },
});

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let auth: Authentication;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  ({ domain, ctx } = await buildDomain(database.url, {
    mail: {
      mode: "smtp",
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: "no-reply@sightline.example.org",
      publicUrl: "https://sightline.example.org",
    },
  }));
  auth = buildAuthentication(ctx);
});
afterAll(async () => {
  await domain.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  sources.length = 0;
});

const wanted = (email: string) =>
  ({ email, password: TEST_PASSWORD, name: "New", role: "customer", acceptedPolicyVersion: 1 }) as const;
const secret = () => /\/confirm#([\w-]+)/.exec(sources.at(-1) ?? "")?.[1] ?? "";

test("a new customer gets no session and no key before the address is confirmed, and both after it", async () => {
  const email = "new@example.org";
  const { reply, setCookies } = await signUp(ctx, auth, buildVisit(), wanted(email));
  expect({ reply, setCookies }).toEqual({ reply: { outcome: "check_mail" }, setCookies: [] });
  const { rows } = await ctx.pool.query(
    "select account_id, (select count(*)::int from auth_session s where s.user_id = u.id) as sessions from auth_user u where email = $1",
    [email],
  );
  expect(rows).toEqual([{ account_id: null, sessions: 0 }]);
  expect((await logIn(ctx, auth, buildVisit(), wanted(email))).reply).toEqual({ outcome: "confirm_first" });

  while ((await deliverMail.runOnce(ctx)) > 0);
  expect(await confirmEmail(ctx, { token: secret() })).toMatchObject({
    outcome: "confirmed",
    firstApiKey: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const accepted = await ctx.pool.query(
    "select version from policy_acceptance a join auth_user u on u.id = a.user_id where u.email = $1",
    [email],
  );
  expect(accepted.rows).toEqual([{ version: 1 }]);
  expect((await logIn(ctx, auth, buildVisit(), wanted(email))).reply.outcome).toBe("logged_in");
});

test("an address that has an account gets the same answer, and its owner is told by mail", async () => {
  const email = "taken@example.org";
  await signUp(ctx, auth, buildVisit(), wanted(email));
  while ((await deliverMail.runOnce(ctx)) > 0);
  await confirmEmail(ctx, { token: secret() });
  const { reply } = await signUp(ctx, auth, buildVisit(), {
    ...wanted(email),
    password: "some other password",
  });
  expect(reply).toEqual({ outcome: "check_mail" });
  while ((await deliverMail.runOnce(ctx)) > 0);
  expect(sources.at(-1)).toContain("You have an account already");
  expect((await logIn(ctx, auth, buildVisit(), wanted(email))).reply.outcome).toBe("logged_in");
});

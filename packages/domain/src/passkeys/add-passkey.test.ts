import { PASSKEY_CHALLENGE_MS, PASSKEYS_MAX } from "@sightline/contract/passkeys";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../auth/actor";
import type { Authentication } from "../auth/authentication";
import { findActor } from "../auth/find-actor";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildPasskey } from "../testing/build-passkey";
import {
  buildAuthentication,
  buildPerson,
  buildVisit,
  type Person,
  TEST_PASSWORD,
} from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { SoftAuthenticator } from "../testing/soft-authenticator";
import { addPasskey } from "./add-passkey";
import { beginPasskey } from "./begin-passkey";
import { listPasskeys } from "./list-passkeys";
import { offerPasskeyLogIn } from "./offer-passkey-log-in";
import { removePasskey } from "./remove-passkey";
import { renamePasskey } from "./rename-passkey";

const OURS = { origin: "http://localhost:3000", rpId: "localhost" };

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let auth: Authentication;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
afterAll(() => domain.stop());

async function actorOf(person: Person): Promise<Actor> {
  const actor = await findActor(auth, person.visit);
  if (actor === null) throw new Error("no session");
  return actor;
}

async function challenge(): Promise<string> {
  const offered = await offerPasskeyLogIn(ctx, auth, buildVisit());
  if (offered.outcome !== "offered") throw new Error(offered.outcome);
  return offered.options.challenge;
}

async function personWithPasskey() {
  const person = await buildPerson(ctx, auth, "customer");
  const authenticator = new SoftAuthenticator();
  const id = await buildPasskey(ctx, auth, person, authenticator);
  return { person, authenticator, id };
}

async function begun(person: Person): Promise<string> {
  const begin = await beginPasskey(ctx, auth, await actorOf(person), { password: TEST_PASSWORD });
  if (begin.outcome !== "started") throw new Error(begin.outcome);
  return begin.options.challenge;
}

test("adding one asks for the password, and a wrong one counts as a failed log-in", async () => {
  const person = await buildPerson(ctx, auth, "worker");
  const actor = await actorOf(person);
  for (let i = 0; i < 10; i++)
    expect(await beginPasskey(ctx, auth, actor, { password: "a wrong password" })).toEqual({
      outcome: "refused",
    });
  expect(await beginPasskey(ctx, auth, actor, { password: TEST_PASSWORD })).toMatchObject({
    outcome: "too_many_attempts",
  });
});

test("a passkey is added only for the page, the challenge and the person that were asked", async () => {
  const person = await buildPerson(ctx, auth, "customer");
  const other = await buildPerson(ctx, auth, "customer");
  const [actor, otherActor] = [await actorOf(person), await actorOf(other)];
  const add = (by: Actor, response: ReturnType<SoftAuthenticator["create"]>) =>
    addPasskey(ctx, auth, by, { name: "Phone", response });
  const make = async (asked: Partial<typeof OURS>) =>
    new SoftAuthenticator().create({ ...OURS, ...asked, challenge: await begun(person) });
  expect(await add(actor, await make({ origin: "https://sightline.example" }))).toEqual({
    outcome: "refused",
  });
  expect(await add(actor, await make({ rpId: "sightline.example" }))).toEqual({ outcome: "refused" });
  expect(await add(otherActor, await make({}))).toEqual({ outcome: "refused" });
  const forLogIn = new SoftAuthenticator().create({ ...OURS, challenge: await challenge() });
  expect(await add(actor, forLogIn)).toEqual({ outcome: "refused" });
  const late = await make({});
  clock.advance(PASSKEY_CHALLENGE_MS);
  expect(await add(actor, late)).toEqual({ outcome: "refused" });
  const good = await make({});
  expect(await add(actor, good)).toEqual({ outcome: "added" });
  expect(await add(actor, good)).toEqual({ outcome: "refused" });
  expect(await listPasskeys(ctx, person)).toHaveLength(1);
  expect(await listPasskeys(ctx, other)).toEqual([]);
});

test("a passkey that belongs to somebody is nobody else's", async () => {
  const { authenticator } = await personWithPasskey();
  const thief = await buildPerson(ctx, auth, "customer");
  const response = authenticator.create({ ...OURS, challenge: await begun(thief) });
  expect(await addPasskey(ctx, auth, await actorOf(thief), { name: "Mine", response })).toEqual({
    outcome: "refused",
  });
});

test(`${PASSKEYS_MAX} are the most, also when two are added at once`, async () => {
  const person = await buildPerson(ctx, auth, "customer");
  const actor = await actorOf(person);
  for (let i = 1; i < PASSKEYS_MAX; i++) await buildPasskey(ctx, auth, person);
  const last = await Promise.all(
    [1, 2].map(async () => new SoftAuthenticator().create({ ...OURS, challenge: await begun(person) })),
  );
  const added = await Promise.all(
    last.map((response) => addPasskey(ctx, auth, actor, { name: "Last", response })),
  );
  expect(added.map(({ outcome }) => outcome).sort()).toEqual(["added", "full"]);
  expect(await beginPasskey(ctx, auth, actor, { password: TEST_PASSWORD })).toEqual({ outcome: "full" });
});

test("another's passkey can be neither renamed nor removed, and looks like none", async () => {
  const { person, id } = await personWithPasskey();
  const other = await actorOf(await buildPerson(ctx, auth, "customer"));
  await expect(renamePasskey(ctx, other, { id, name: "Mine" })).rejects.toThrow("no such passkey");
  await expect(removePasskey(ctx, other, { id, password: TEST_PASSWORD })).rejects.toThrow("no such passkey");
  await renamePasskey(ctx, person, { id, name: "Office" });
  expect(await listPasskeys(ctx, person)).toMatchObject([{ id, name: "Office" }]);
});

test("its owner is told when one is added and when one is removed", async () => {
  const { person, id } = await personWithPasskey();
  await removePasskey(ctx, await actorOf(person), { id, password: TEST_PASSWORD });
  const { rows } = await ctx.pool.query(
    "select notice, params from notice where account_id = $1 order by id",
    [person.accountId],
  );
  expect(rows).toEqual([
    { notice: "passkey_added", params: { name: "Laptop", email: person.email } },
    { notice: "passkey_removed", params: { name: "Laptop", email: person.email } },
  ]);
});

import { AsyncLocalStorage } from "node:async_hooks";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAuthentication, buildPerson } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { findActor } from "./find-actor";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

/** The library's storages as they are now: at rest they hold nothing, not even inside what began before. */
function storages(): AsyncLocalStorage<unknown>[] {
  const shared = Reflect.get(globalThis, Symbol.for("better-auth:global")) as {
    context: Record<string, unknown>;
  };
  return Object.values(shared.context).filter((value) => value instanceof AsyncLocalStorage);
}

test("the library finds sessions while many ask at once, and leaves no storage awake", async () => {
  const auth = buildAuthentication(ctx);
  const people = await Promise.all(Array.from({ length: 6 }, () => buildPerson(ctx, auth, "worker")));
  const actors = await Promise.all(
    people.map(async ({ visit }) => findActor(buildAuthentication(ctx), visit)),
  );
  expect(actors.every((actor) => actor === null)).toBe(true);
  const found = await Promise.all(people.map(async ({ visit }) => findActor(auth, visit)));
  expect(found.map((actor) => actor?.accountId)).toEqual(people.map(({ accountId }) => accountId));
  expect(storages().length).toBeGreaterThan(0);
  for (const storage of storages()) expect(storage.getStore()).toBeUndefined();
});

import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Authentication } from "../auth/authentication";
import { openAuthentication } from "../auth/authentication";
import { findActor } from "../auth/find-actor";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildPerson } from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import { confirmSessions } from "./confirm-sessions";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let auth: Authentication;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
  auth = openAuthentication(ctx, { secret: "s".repeat(32), publicUrl: "http://localhost:3000" });
});
afterAll(() => domain.stop());

test("a session in use is confirmed before its time is over, and answered from memory without a promise", async () => {
  const { visit } = await buildPerson(ctx, auth, "worker");
  expect(await findActor(auth, visit)).toMatchObject({ role: "worker" });
  for (let i = 0; i < 4; i++) {
    clock.advance(20_000);
    expect(findActor(auth, visit)).not.toBeInstanceOf(Promise);
    await confirmSessions.runOnce(ctx);
  }
});

test("a session whose revocation was not heard of is refused after the next confirmation", async () => {
  const { visit } = await buildPerson(ctx, auth, "worker");
  await findActor(auth, visit);
  await ctx.pool.query("delete from auth_session");
  await confirmSessions.runOnce(ctx);
  expect(await findActor(auth, visit)).toBeNull();
});

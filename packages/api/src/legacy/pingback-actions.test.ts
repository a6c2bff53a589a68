import type { Domain } from "@sightline/domain/create-domain";
import { buildAccount, buildDomain } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { encodeAnswer } from "./answer";
import { addPingback, deletePingback, getPingback } from "./pingback-actions";
import { addField, emptyInput, type RequestInput } from "./request-input";

const database = useTestDatabase();
let domain: Domain;
let accountId: number;
beforeAll(async () => {
  ({ domain } = await buildDomain(database.url));
});
afterAll(() => domain.stop());
beforeEach(async () => {
  accountId = await buildAccount(domain.ctx);
});

function inputOf(fields: Record<string, string>): RequestInput {
  const input = emptyInput();
  for (const [name, value] of Object.entries(fields)) addField(input, name, value);
  return input;
}

async function say(
  action: typeof addPingback | typeof deletePingback,
  fields: Record<string, string>,
  address = "127.0.0.1",
): Promise<string> {
  const answer = await action(domain.ctx, { accountId, address, input: inputOf(fields) });
  return encodeAnswer(answer, fields.json === "1");
}

test("an address is added, listed and deleted in the words that clients compare", async () => {
  expect(await say(addPingback, { addr: "http://localhost/done" })).toBe("OK");
  expect(await say(addPingback, { addr: "127.0.0.1:8080", json: "1" })).toBe(
    '{"status":1,"request":"OK_PINGBACK"}',
  );
  const list = await getPingback(domain.ctx, accountId);
  expect(encodeAnswer(list, false)).toMatch(
    /^OK\|(localhost\|127\.0\.0\.1:8080|127\.0\.0\.1:8080\|localhost)$/,
  );
  expect(await say(deletePingback, { addr: "localhost" })).toBe("OK");
  expect(encodeAnswer(await getPingback(domain.ctx, accountId), true)).toBe(
    '{"status":1,"request":"127.0.0.1:8080"}',
  );
  expect(await say(deletePingback, { addr: "all", json: "1" })).toBe('{"status":1,"request":"OK"}');
  expect(encodeAnswer(await getPingback(domain.ctx, accountId), false)).toBe("OK|");
});

test("another sender than the host itself is told so", async () => {
  expect(await say(addPingback, { addr: "localhost" }, "8.8.8.8")).toBe("ERROR_IP_ADDRES");
  const words = JSON.parse(await say(addPingback, { addr: "localhost", json: "1" }, "8.8.8.8"));
  expect(words).toMatchObject({ status: 0, request: "ERROR_IP_ADDRES" });
  expect(words.error_text).toContain("8.8.8.8");
});

test("no address, a malformed one and one of a private network are refused", async () => {
  for (const fields of [{}, { addr: "undefined" }, { addr: "two words" }, { addr: "10.0.0.1" }]) {
    expect(await say(addPingback, { ...fields })).toBe("ERROR_BAD_PARAMETERS");
  }
  expect(await say(deletePingback, {})).toBe("ERROR_BAD_PARAMETERS");
  expect(await say(deletePingback, { addr: "two words" })).toBe("ERROR_BAD_PARAMETERS");
});

import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setReachable } from "../testing/set-reachable";
import { exchange, request } from "./testing/exchange";
import { type LegacyServer, startLegacyServer } from "./testing/legacy-server";

const database = useTestDatabase();
const IMAGE = encodePng({ noise: noise(600) }).toString("base64");
let server: LegacyServer;

beforeEach(async () => {
  server = await startLegacyServer(database.url);
});
afterEach(async () => {
  await setReachable(database, true);
  await server.stop();
});

async function submit(): Promise<string> {
  const body = JSON.stringify({ key: server.key, body: IMAGE });
  return (await exchange(server.port, request("POST /in.php", { "Content-Type": "application/json" }, body)))
    .body;
}
async function read(query: string): Promise<string> {
  const answer = await exchange(server.port, request(`GET /res.php?key=${server.key}&${query}`));
  expect(answer.statusLine).toBe("HTTP/1.1 200 OK");
  return answer.body;
}

test.each([
  ["is remembered", 0],
  ["has to be looked up", 60_000],
])("while the database is away and the key %s, nothing is lost or charged", async (_what, laterMs) => {
  const taskId = (await submit()).slice(3);
  await setReachable(database, false);
  server.clock.advance(laterMs);
  expect(await submit()).toBe("ERROR_NO_SLOT_AVAILABLE");
  expect(await read(`action=get&id=${taskId}`)).toBe("CAPCHA_NOT_READY");
  expect(await read("action=getbalance&json=1")).toContain("ERROR_NO_SLOT_AVAILABLE");
  await setReachable(database, true);
  expect(await read(`action=get&id=${taskId}`)).toBe("CAPCHA_NOT_READY");
  expect(await read("action=getbalance")).toBe("0.9998");
  await expect.poll(submit, { timeout: 8_000, interval: 200 }).toMatch(/^OK\|/);
});

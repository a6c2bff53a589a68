import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setReachable } from "../testing/set-reachable";
import { type JsonServer, startJsonServer } from "./testing/json-server";

const database = useTestDatabase();
const task = { type: "ImageToTextTask", body: encodePng({ noise: noise(600) }).toString("base64") };
const NO_SLOT = { errorId: 2, errorCode: "ERROR_NO_SLOT_AVAILABLE", errorDescription: expect.any(String) };
let server: JsonServer;

beforeEach(async () => {
  server = await startJsonServer(database.url);
});
afterEach(async () => {
  await setReachable(database, true);
  await server.stop();
});

test.each([
  ["is remembered", 0],
  ["has to be looked up", 60_000],
])("while the database is away and the key %s, clients are told to come again", async (_what, laterMs) => {
  const { key: clientKey } = await server.newCustomer();
  const { taskId } = await server.call("/createTask", { clientKey, task });
  await setReachable(database, false);
  server.clock.advance(laterMs);
  expect(await server.call("/createTask", { clientKey, task })).toEqual(NO_SLOT);
  expect(await server.call("/getTaskResult", { clientKey, taskId })).toEqual({
    errorId: 0,
    status: "processing",
  });
  expect(await server.call("/getBalance", { clientKey })).toEqual(NO_SLOT);
  expect(await server.call("/reportCorrect", { clientKey, taskId })).toEqual(NO_SLOT);
  expect(await server.call("/cancelTask", { clientKey, taskId })).toEqual(NO_SLOT);
  await setReachable(database, true);
  expect(await server.call("/getBalance", { clientKey })).toEqual({ errorId: 0, balance: 0.9998 });
});

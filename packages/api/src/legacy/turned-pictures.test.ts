import type { Solution } from "@sightline/contract/answers";
import { readFixture } from "@sightline/domain/files/fixtures/read-fixture";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { buildAccount } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchange, request } from "./testing/exchange";
import { type LegacyServer, startLegacyServer } from "./testing/legacy-server";
import { field, file, multipartBody } from "./testing/multipart";

/** Stored as 60 x 24 px; its EXIF lays it on its side, so everybody sees 24 x 60. */
const photograph = readFixture("located-turned.jpg");
const database = useTestDatabase();
let server: LegacyServer;
let worker: WorkerSeat;
let workerId: number;

beforeAll(async () => {
  server = await startLegacyServer(database.url);
  workerId = await buildAccount(server.ctx, { role: "worker" });
  worker = await WorkerSeat.open(server.ctx, workerId);
});
afterAll(async () => {
  worker.close();
  await server.stop();
});

async function upload(fields: Record<string, string>, fileName: string): Promise<void> {
  const parts = [
    file(fileName, "photo.jpg", photograph),
    ...Object.entries({ key: server.key, ...fields }).map(([name, value]) => field(name, value)),
  ];
  const headers = { "Content-Type": "multipart/form-data; boundary=b" };
  const { body } = await exchange(server.port, request("POST /in.php", headers, multipartBody("b", parts)));
  expect(body).toMatch(/^OK\|\d+$/);
}

/** The outcomes of an answer beside the displayed picture and of one on it, and what the customer reads then. */
async function answer(beside: Solution, on: Solution): Promise<[string | undefined, string]> {
  const { task } = await worker.next("assign");
  expect(task).toMatchObject({ widthPx: 24, heightPx: 60 });
  const { taskId, leaseNo } = task;
  const send = async (solution: Solution) => {
    const act = { act: "answer", taskId, leaseNo, graceMs: 0, solution } as const;
    return (await actOnTasks(server.ctx, workerId, [act])).results[0]?.outcome;
  };
  const refused = await send(beside);
  expect(await send(on)).toBe("done");
  const line = `GET /res.php?key=${server.key}&action=get&id=${taskId}`;
  return [refused, (await exchange(server.port, request(line))).body];
}

test("a point low on a photograph that stands upright is taken, and one where only its file is wide is not", async () => {
  await upload({ coordinatescaptcha: "1" }, "file");
  const outcome = await answer(
    { shape: "points", points: [{ x: 40, y: 10 }] },
    { shape: "points", points: [{ x: 23, y: 59 }] },
  );
  expect(outcome).toEqual(["outside", "OK|coordinates:x=23,y=59"]);
});

test("a box is measured in the pixels of the photograph as it is displayed", async () => {
  await upload({ method: "bounding_box", textinstructions: "the door" }, "image");
  const outcome = await answer(
    { shape: "boxes", boxes: [{ xMin: 2, xMax: 50, yMin: 2, yMax: 20 }] },
    { shape: "boxes", boxes: [{ xMin: 2, xMax: 20, yMin: 2, yMax: 50 }] },
  );
  expect(outcome).toEqual(["outside", 'OK|[{"xMin":2,"xMax":20,"yMin":2,"yMax":50}]']);
});

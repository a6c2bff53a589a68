import { APIError, Solver } from "@2captcha/captcha-solver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GRID, SCENE, SOUND, TURNED, WORD } from "../docs/sample-files";
import { useTestApp } from "../testing/test-app";
import { type AnsweringWorker, seatAnsweringWorkers } from "./testing/answering-worker";
import { buildCustomerWithSite, OWN_SITE } from "./testing/customer-with-site";

// The package as it is published. Its addresses are getters of its class, private in its types; a property of the same
// name on the one object says where the server is, and nothing of the package is changed. It polls every `POLL_MS`
// instead of every 5 s.
const POLL_MS = 50;
const app = useTestApp();
let solver: Solver;
let worker: AnsweringWorker;

function solverWith(key: string): Solver {
  return Object.defineProperties(new Solver(key, POLL_MS), {
    in: { value: `${app.origin}/in.php` },
    res: { value: `${app.origin}/res.php` },
  });
}

beforeAll(async () => {
  const { key } = await buildCustomerWithSite(app.ctx);
  solver = solverWith(key);
  worker = await seatAnsweringWorkers(app.ctx);
});
afterAll(() => worker?.close());

const base64 = ({ bytes }: { bytes: Buffer }): string => bytes.toString("base64");
const pageurl = `https://${OWN_SITE}/sign-up`;
const textinstructions = "Choose the circles";

test("an image", async () => {
  const { status, data, id } = await solved(
    solver.imageCaptcha({ body: base64(WORD), numeric: 4, min_len: 5 }),
  );
  expect({ status, data }).toEqual({ status: 1, data: "W7K2P" });
  expect(id).toMatch(/^\d+$/);
});

test("a text question", async () => {
  expect(await solved(solver.text({ textcaptcha: "What day is it?", lang: "en" }))).toMatchObject({
    data: "friday",
  });
});

test("a grid", async () => {
  const params = {
    body: base64(GRID),
    recaptcha: 1,
    textinstructions,
    rows: 3,
    cols: 3,
    minClicks: 1,
    maxClicks: 3,
  };
  expect(await solved(solver.grid(params))).toMatchObject({ data: "click:3/8" });
});

test("points", async () => {
  expect(await solved(solver.coordinates({ body: base64(SCENE), textinstructions }))).toMatchObject({
    data: [
      { x: "200", y: "60" },
      { x: "90", y: "150" },
    ],
  });
});

test("drawing around", async () => {
  expect(await solved(solver.canvas({ body: base64(SCENE), recaptcha: 1, textinstructions }))).toMatchObject({
    data: "canvas:220,120,270,120,270,170,220,170;",
  });
});

test("a bounding box", async () => {
  const { data } = await solved(solver.boundingBox({ image: base64(SCENE), textinstructions }));
  expect(JSON.parse(String(data))).toEqual([{ xMin: 220, xMax: 270, yMin: 120, yMax: 170 }]);
});

test("turning", async () => {
  expect(await solved(solver.rotate({ body: base64(TURNED), angle: 40 }))).toMatchObject({ data: "40" });
});

test("a recording", async () => {
  expect(await solved(solver.audio({ body: base64(SOUND), lang: "en" }))).toMatchObject({
    data: "seven two nine",
  });
});

test("reCAPTCHA v2 and v3 of one's own site", async () => {
  const googlekey = "6LeOwnSiteKeyOfTheTest000000000000000000";
  expect(await solved(solver.recaptcha({ pageurl, googlekey }))).toMatchObject({ data: "token-v2" });
  expect(
    await solved(solver.recaptcha({ pageurl, googlekey, version: "v3", min_score: 0.3, action: "verify" })),
  ).toMatchObject({ data: "token-v3" });
});

test("hCaptcha of one's own site, with the worker's user agent", async () => {
  const sitekey = "b76cd927-d266-4cfb-a328-3b03ae07ded6";
  expect(await solved(solver.hcaptcha({ pageurl, sitekey }))).toMatchObject({
    data: "token-h",
    useragent: "Mozilla/5.0 (worker)",
    respKey: "E0_key",
  });
});

test("FunCaptcha of one's own site, with all of a token that holds |", async () => {
  const publickey = "11111111-1111-1111-1111-111111111111";
  expect(await solved(solver.funCaptcha({ pageurl, publickey }))).toMatchObject({
    data: "token-f|r=eu|sup=1",
  });
});

test("a site that is not one's own is refused with its code", async () => {
  const googlekey = "6LeOwnSiteKeyOfTheTest000000000000000000";
  await expect(solver.recaptcha({ pageurl: "https://stranger.test/", googlekey })).rejects.toMatchObject({
    err: "ERROR_DOMAIN_NOT_ALLOWED",
  });
});

test("the balance is a number", async () => {
  const balance = await solver.balance();
  expect(balance).toBeGreaterThan(0.9);
  expect(balance).toBeLessThanOrEqual(1);
});

test("a good report is recorded, and a second one is told apart", async () => {
  const { id } = await solved(solver.imageCaptcha({ body: base64(WORD) }));
  expect(await solver.goodReport(id)).toBe("OK_REPORT_RECORDED");
  await expect(solver.goodReport(id)).rejects.toMatchObject({ err: "ERROR_DUPLICATE_REPORT" });
});

test("a bad report that is sent twice is a success to the client", async () => {
  const { id } = await solved(solver.imageCaptcha({ body: base64(WORD) }));
  expect(await solver.badReport(id)).toBe("OK_REPORT_RECORDED");
  expect(await solver.badReport(id)).toBe("ERROR_DUPLICATE_REPORT");
});

test("what nobody can read is an error with its code", async () => {
  worker.unreadable.add("image");
  await expect(solver.imageCaptcha({ body: base64(WORD) })).rejects.toMatchObject({
    err: "ERROR_CAPTCHA_UNSOLVABLE",
  });
  worker.unreadable.delete("image");
});

test("a wrong key is an error with its code", async () => {
  const sending = solverWith("0".repeat(32)).imageCaptcha({ body: base64(WORD) });
  await expect(sending).rejects.toThrow(APIError);
  await expect(sending).rejects.toMatchObject({ err: "ERROR_KEY_DOES_NOT_EXIST" });
});

interface Solved {
  status: number;
  id: string;
  data: unknown;
  [more: string]: unknown;
}

/** The client hands out every key of the answer; its types name two of them, and a text where points are a list. */
async function solved(answer: Promise<{ data: string; id: string }>): Promise<Solved> {
  return (await answer) as unknown as Solved;
}

import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type StandIns, startStandIns } from "./start-stand-ins";
import { STAND_IN_SECRET } from "./token-book";

let standIns: StandIns;
beforeAll(async () => {
  standIns = await startStandIns();
});
afterAll(() => standIns.stop());
afterEach(() => void vi.useRealTimers());

const UUID = "c0ffee00-1111-4222-8333-444455556666";
const VENDORS = {
  recaptcha: { token: "/recaptcha/token?k=key&co=https://shop.example", verify: "/recaptcha/api/siteverify" },
  hcaptcha: { token: `/hcaptcha/token?sitekey=${UUID}&host=https://shop.example`, verify: "/siteverify" },
} as const;
type Vendor = keyof typeof VENDORS;

async function post(path: string, body?: string | URLSearchParams): Promise<Record<string, unknown>> {
  const reply = await fetch(standIns.url + path, { method: "POST", ...(body && { body }) });
  return (await reply.json()) as Record<string, unknown>;
}
const tokenOf = async (path: string) => String((await post(path)).token);
const verify = (vendor: Vendor, values: Record<string, string>) =>
  post(VENDORS[vendor].verify, new URLSearchParams(values));
const secret = STAND_IN_SECRET;

describe.each(Object.keys(VENDORS) as Vendor[])("siteverify of %s", (vendor) => {
  test("takes a token once and names the host that it was solved on", async () => {
    const response = await tokenOf(VENDORS[vendor].token);
    expect(await verify(vendor, { secret, response })).toMatchObject({
      success: true,
      hostname: "shop.example",
    });
    expect(await verify(vendor, { secret, response })).toEqual({
      success: false,
      "error-codes": [vendor === "hcaptcha" ? "already-seen-response" : "timeout-or-duplicate"],
    });
  });

  test("refuses a token that is older than two minutes", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const response = await tokenOf(VENDORS[vendor].token);
    vi.setSystemTime(Date.now() + 120_001);
    expect(await verify(vendor, { secret, response })).toMatchObject({
      success: false,
      "error-codes": [vendor === "hcaptcha" ? "expired-input-response" : "timeout-or-duplicate"],
    });
  });

  test.each([
    [{ response: "x" }, "missing-input-secret"],
    [{ secret: "another", response: "x" }, "invalid-input-secret"],
    [{ secret }, "missing-input-response"],
  ])("names what is wrong with %j", async (values, code) => {
    expect(await verify(vendor, values)).toEqual({ success: false, "error-codes": [code] });
  });

  test("knows no token of another vendor", async () => {
    const other = vendor === "hcaptcha" ? "recaptcha" : "hcaptcha";
    const response = await tokenOf(VENDORS[other].token);
    expect(await verify(vendor, { secret, response })).toMatchObject({ success: false });
  });
});

test("a v3 token carries its action, and the score that its key stands for", async () => {
  const response = await tokenOf("/recaptcha/token?k=key-S3&v=3&action=login&co=https://shop.example");
  expect(await verify("recaptcha", { secret, response })).toMatchObject({ score: 0.3, action: "login" });
});

test("FunCaptcha's verify takes a token once, and names what is wrong", async () => {
  const session_token = await tokenOf(`/arkose/token?pk=${UUID}&host=https://shop.example`);
  const ask = (values: Record<string, string>) => post("/api/v4/verify/", JSON.stringify(values));
  expect(await ask({ private_key: "another", session_token })).toEqual({ error: "invalid private key" });
  expect(await ask({ private_key: secret, session_token })).toMatchObject({
    session_details: { solved: true },
  });
  expect(await ask({ private_key: secret, session_token })).toEqual({ error: "invalid token" });
  expect(await post("/api/v4/verify/", "{")).toEqual({ error: "invalid JSON" });
});

test("a vendor that is away answers 503 for its script", async () => {
  for (const path of [
    "/v2/bad000000004/api.js",
    "/recaptcha/api.js?render=6Ldemo-demo-demo-demo-demo-demo-dNOLOAD",
  ])
    expect((await fetch(standIns.url + path)).status).toBe(503);
});

import type { LoggedCall } from "@sightline/contract/request-log";
import { expect, test } from "vitest";
import { callAsCurl } from "./call-as-curl";

const ORIGIN = "https://sightline.example";

function buildCall(overrides: Partial<LoggedCall>): LoggedCall {
  return {
    id: "1.0",
    atMs: 0,
    verb: "POST",
    address: "/in.php",
    what: null,
    outcome: "ok",
    code: "OK",
    taskId: null,
    keyId: 1,
    from: "192.0.2.1",
    tookMs: 1,
    times: 1,
    headers: {},
    sent: {},
    answered: "",
    ...overrides,
  };
}

test("a form with a file becomes parts, and the key a place to put it", () => {
  const call = buildCall({ sent: { key: "1abc23…", method: "post", file: "(file, 512 bytes)" } });
  expect(callAsCurl(call, ORIGIN)).toBe(
    "curl 'https://sightline.example/in.php' --form-string 'key=YOUR_API_KEY' --form-string 'method=post' -F 'file=@picture.png'",
  );
});

test("a GET keeps its parameters in the address", () => {
  const call = buildCall({
    verb: "GET",
    address: "/res.php",
    sent: { key: "1abc23…", action: "get", id: "7" },
  });
  expect(callAsCurl(call, ORIGIN)).toBe(
    "curl -G 'https://sightline.example/res.php' --data-urlencode 'key=YOUR_API_KEY' --data-urlencode 'action=get' --data-urlencode 'id=7'",
  );
});

test("a JSON call is sent as JSON, with quotes that a shell leaves alone", () => {
  const call = buildCall({
    address: "/createTask",
    sent: { clientKey: "1abc23…", task: { comment: "it's" } },
  });
  expect(callAsCurl(call, ORIGIN)).toBe(
    `curl 'https://sightline.example/createTask' -H 'content-type: application/json' -d '{"clientKey":"YOUR_API_KEY","task":{"comment":"it'\\''s"}}'`,
  );
});

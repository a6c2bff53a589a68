import { expect, test } from "vitest";
import { deviceName } from "./device-name";

test("a browser that also claims to be others is called by its own name", () => {
  const edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0";
  expect(deviceName(edge)).toBe("Edge, Windows");
});

test("a phone is called by its system, not by the desktop system it resembles", () => {
  const safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
  expect(deviceName(safari)).toBe("Safari, iOS");
});

test("what names neither browser nor system has no name", () => {
  expect(deviceName("curl/8.9.1")).toBeNull();
  expect(deviceName(null)).toBeNull();
});

import { expect, test } from "vitest";
import { readConfig } from "./config";

test("a certificate without its key, or a key without its certificate, is named", () => {
  expect(() => readConfig("start", { TLS_CERT: "cert.pem" })).toThrow("TLS_KEY: is missing");
  expect(() => readConfig("start", { TLS_KEY: "key.pem" })).toThrow("TLS_CERT: is missing");
});

test("without a certificate there is no HTTPS, with one it has a port of its own", () => {
  expect(readConfig("start", { TLS_PORT: "8443" }).tls).toBeUndefined();
  expect(readConfig("start", { TLS_CERT: "c", TLS_KEY: "k", TLS_PORT: "8443" }).tls).toEqual({
    certFile: "c",
    keyFile: "k",
    port: 8443,
  });
});

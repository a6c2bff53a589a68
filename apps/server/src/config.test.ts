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

const XPUB =
  "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8";
const CHAIN = {
  CHAIN_RPC_URL: "http://127.0.0.1:8545",
  CHAIN_ID: "1",
  CHAIN_XPUB: XPUB,
  CHAIN_TOKENS: "USDC:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48:6",
};

test("a chain is configured as a whole or not at all", () => {
  expect(readConfig("start", {}).chain).toBeUndefined();
  expect(readConfig("start", CHAIN).chain).toMatchObject({ chainId: 1, confirmations: 12 });
  expect(() => readConfig("start", { ...CHAIN, CHAIN_ID: "" })).toThrow("CHAIN_ID: is missing");
  expect(() => readConfig("start", { ...CHAIN, CHAIN_TOKENS: "" })).toThrow("CHAIN_TOKENS: names no token");
  expect(() => readConfig("start", { ...CHAIN, CHAIN_TOKENS: "USDC:0x12:6" })).toThrow(
    "CHAIN_TOKENS: is a list",
  );
});

test("a private key in place of the public one is refused by name, without repeating it", () => {
  const xprv =
    "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi";
  expect(() => readConfig("start", { ...CHAIN, CHAIN_XPUB: xprv })).toThrow("CHAIN_XPUB: is a private key");
  expect(() => readConfig("start", { ...CHAIN, CHAIN_XPUB: xprv })).not.toThrow(xprv);
});

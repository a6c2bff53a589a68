import { execFileSync } from "node:child_process";

const NEW_KEY = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split(" ");

/** A new key and its self-signed certificate, for localhost and perhaps other names, written to two files as PEM. */
export function writeSelfSigned(
  certFile: string,
  keyFile: string,
  commonName: string,
  dnsNames: readonly string[] = [],
): void {
  const names = [
    "-subj",
    `/CN=${commonName}`,
    "-addext",
    `subjectAltName=${["localhost", ...dnsNames].map((name) => `DNS:${name}`).join(",")},IP:127.0.0.1`,
  ];
  execFileSync("openssl", [...NEW_KEY, "-keyout", keyFile, "-out", certFile, ...names], { stdio: "ignore" });
}

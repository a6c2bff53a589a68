import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { writeSelfSigned } from "@sightline/testing/self-signed";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WORD } from "../docs/sample-files";
import { type HttpsListeners, serveHttps } from "../http/serve-https";
import { useTestApp } from "../testing/test-app";
import { type AnsweringWorker, seatAnsweringWorkers } from "./testing/answering-worker";
import { buildCustomerWithSite } from "./testing/customer-with-site";

// Node's own client as many programs use it: over HTTPS alone, trusting one certificate and its successor, with
// connections that are kept.
const app = useTestApp();
let folder: string;
let https: HttpsListeners;
let key: string;
let ca: Buffer[];
let worker: AnsweringWorker | undefined;
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sightline-tls-"));
  for (const name of ["first", "renewed"])
    writeSelfSigned(file(`${name}-cert.pem`), file(`${name}-key.pem`), name);
  ca = ["first", "renewed"].map((name) => readFileSync(file(`${name}-cert.pem`)));
  use("first");
  https = await serveHttps(app.app, {
    tls: { certFile: file("cert.pem"), keyFile: file("key.pem"), port: 0 },
    hosts: ["127.0.0.1"],
    log: app.app.log,
  });
  ({ key } = await buildCustomerWithSite(app.ctx));
});
afterAll(async () => {
  worker?.close();
  await https?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("while the certificate is renewed no request is dropped, and one that waits gets its answer", async () => {
  // A session that is resumed tells no certificate.
  const kept = new Agent({ keepAlive: true, maxSockets: 2, ca, maxCachedSessions: 0 });
  const sent = { key, method: "base64", body: WORD.bytes.toString("base64") };
  const { body, name } = await ask(kept, "/in.php", JSON.stringify(sent));
  expect(body).toMatch(/^OK\|\d+$/);
  expect(name).toBe("first");
  const result = `/res.php?key=${key}&action=get&id=${body.slice(3)}`;
  const waiting = ask(kept, `${result}&wait=20`);
  const balances: string[] = [];
  for (let i = 0; i < 20; i++) {
    if (i === 10) {
      use("renewed");
      expect(await https.reload()).toBe(true);
    }
    const balance = await ask(kept, `/res.php?key=${key}&action=getbalance`);
    balances.push(`${balance.body} by ${balance.name}`);
  }
  expect(new Set(balances)).toEqual(new Set(["0.9998 by first"]));
  worker = await seatAnsweringWorkers(app.ctx);
  expect(await waiting).toEqual({ body: "OK|W7K2P", name: "first" });
  kept.destroy();
  expect(await ask(new Agent({ ca }), result)).toEqual({ body: "OK|W7K2P", name: "renewed" });
});

function use(name: "first" | "renewed"): void {
  for (const part of ["cert", "key"]) copyFileSync(file(`${name}-${part}.pem`), file(`${part}.pem`));
}

/** What is answered, and whose certificate the connection has. A body is posted as JSON. */
function ask(agent: Agent, path: string, body?: string): Promise<{ body: string; name: string }> {
  const to = { port: https.port, host: "localhost", family: 4, path, agent };
  const how = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" } };
  return new Promise((resolve, reject) => {
    const asked = request({ ...to, ...how }, (response) => {
      const name = String((response.socket as TLSSocket).getPeerCertificate().subject.CN);
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ body: text, name }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

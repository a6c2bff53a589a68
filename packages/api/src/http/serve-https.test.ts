import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type TLSSocket } from "node:tls";
import { writeSelfSigned } from "@sightline/testing/self-signed";
import { type FastifyInstance, fastify } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HttpsListeners, serveHttps } from "./serve-https";

let folder: string;
let app: FastifyInstance;
let https: HttpsListeners;
const file = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sightline-tls-"));
  writeSelfSigned(file("cert.pem"), file("key.pem"), "first");
  writeSelfSigned(file("renewed-cert.pem"), file("renewed-key.pem"), "renewed");
  app = fastify({ forceCloseConnections: "idle" });
  app.get("/protocol", async ({ protocol }) => protocol);
  await app.listen({ port: 0, host: "127.0.0.1" });
  https = await serveHttps(app, {
    tls: { certFile: file("cert.pem"), keyFile: file("key.pem"), port: 0 },
    hosts: ["127.0.0.1", "::1"],
    log: app.log,
  });
});

afterEach(async () => {
  await https?.stop();
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the app's routes answer over HTTPS", async () => {
  expect(await ask(new Agent({ rejectUnauthorized: false }))).toEqual({ body: "https", name: "first" });
});

test("a renewed certificate is used by new connections, and open ones go on", async () => {
  const keptAgent = new Agent({ rejectUnauthorized: false, keepAlive: true, maxSockets: 1 });
  expect((await ask(keptAgent)).name).toBe("first");
  renew();
  expect(await https.reload()).toBe(true);
  expect(await ask(keptAgent)).toEqual({ body: "https", name: "first" });
  expect((await ask(new Agent({ rejectUnauthorized: false }))).name).toBe("renewed");
  keptAgent.destroy();
});

test("a renewal that is half done changes nothing until the other file has come", async () => {
  copyFileSync(file("renewed-cert.pem"), file("cert.pem"));
  await expect(https.reload()).rejects.toThrow();
  expect((await ask(new Agent({ rejectUnauthorized: false }))).name).toBe("first");
  renew();
  expect(await https.reload()).toBe(true);
  expect((await ask(new Agent({ rejectUnauthorized: false }))).name).toBe("renewed");
});

test("files that have not changed are no renewal", async () => {
  expect(await https.reload()).toBe(false);
});

test("TLS 1.1 is refused", async () => {
  const refused = await new Promise((resolve) => {
    const socket: TLSSocket = connect(
      {
        port: https.port,
        host: "127.0.0.1",
        maxVersion: "TLSv1.1",
        minVersion: "TLSv1",
        rejectUnauthorized: false,
      },
      () => resolve(false),
    );
    socket.on("error", () => resolve(true));
  });
  expect(refused).toBe(true);
});

function renew(): void {
  copyFileSync(file("renewed-cert.pem"), file("cert.pem"));
  copyFileSync(file("renewed-key.pem"), file("key.pem"));
}

function ask(agent: Agent): Promise<{ body: string; name: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port: https.port, host: "127.0.0.1", path: "/protocol", agent }, (response) => {
      const { CN } = (response.socket as TLSSocket).getPeerCertificate().subject;
      response.setEncoding("utf8");
      let body = "";
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ body, name: Array.isArray(CN) ? CN[0] : CN }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

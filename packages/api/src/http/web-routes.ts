import { type FileHandle, open } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { challengeOrigins } from "../challenge/challenge-host";
import type { AppOptions } from "./app-options";
import { pageHeaders } from "./security-headers";
import { sendProblem } from "./send-problem";
import { type Asset, readWebFiles } from "./web-files";

const HTML = "text/html; charset=utf-8";
/** The addresses that are pages of the web app; it decides itself what it shows there. */
const PAGES = [
  "/",
  "/login",
  "/signup",
  "/forgot",
  "/reset",
  "/join",
  "/confirm",
  "/policy",
  "/opt-out",
  "/work",
  "/work/*",
  "/app",
  "/app/*",
  "/staff",
  "/staff/*",
];

/** The web app and, for every address that nothing else serves, 404. */
export async function registerWeb(app: FastifyInstance, { config, webRoot }: AppOptions): Promise<void> {
  const web = webRoot === null ? null : await readWebFiles(webRoot);
  const { publicUrl, challengeHost } = config;
  const headers = pageHeaders(publicUrl, challengeHost ? challengeOrigins(challengeHost) : []);
  app.setNotFoundHandler((request, reply) => {
    // A person who mistyped an address sees the app's own page for that; a program gets words it can read.
    if (web && request.method === "GET" && request.headers.accept?.includes("text/html")) {
      return reply.code(404).headers(headers).header("content-type", HTML).send(web.index);
    }
    return sendProblem(reply, 404, "There is nothing here.", request.id);
  });
  if (web === null) return;
  const { index, assets, rootFiles } = web;

  for (const url of PAGES) {
    app.get(url, async (_request, reply) =>
      reply.headers(headers).header("cache-control", "no-cache").header("content-type", HTML).send(index),
    );
  }
  for (const [url, { mediaType, bytes }] of rootFiles) {
    app.get(url, async (_request, reply) =>
      reply
        .headers(headers)
        .header("cache-control", "public, max-age=3600")
        .header("content-type", mediaType)
        .send(bytes),
    );
  }
  app.get("/assets/*", async (request, reply) => {
    const asset = assets.get(request.url.split("?", 1)[0] ?? "");
    const opened = asset && (await openAsset(asset, request.headers["accept-encoding"] ?? ""));
    if (!opened) return sendProblem(reply, 404, "There is nothing here.", request.id);
    if (opened.encoding !== undefined) reply.header("content-encoding", opened.encoding);
    return reply
      .headers(headers)
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("content-type", opened.mediaType)
      .header("content-length", opened.bytes)
      .header("vary", "accept-encoding")
      .send(opened.handle.createReadStream());
  });
}

interface OpenedAsset {
  handle: FileHandle;
  bytes: number;
  mediaType: string;
  encoding: string | undefined;
}

/**
 * The smallest form of the file that the browser takes; null when it has gone since the server started. Hands back no
 * reply: to wait for one is to wait for the end of its response.
 */
async function openAsset(asset: Asset, accepted: string): Promise<OpenedAsset | null> {
  const encoded = asset.encoded.find(({ encoding }) => accepted.includes(encoding));
  const { file, bytes } = encoded ?? asset;
  const handle = await open(file).catch(() => null);
  return handle && { handle, bytes, mediaType: asset.mediaType, encoding: encoded?.encoding };
}

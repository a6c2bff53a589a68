import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const FILES_MAX = 2_000;
const ENCODINGS = [
  { encoding: "br", suffix: ".br" },
  { encoding: "gzip", suffix: ".gz" },
] as const;
type Encoding = (typeof ENCODINGS)[number]["encoding"];

/** A file below `assets/`: its name holds its hash, so it is read from disk when asked for and cached for ever. */
export interface Asset {
  mediaType: string;
  file: string;
  bytes: number;
  encoded: { encoding: Encoding; file: string; bytes: number }[];
}

export interface WebFiles {
  index: Buffer;
  /** By address, such as `/assets/main-a1b2c3.js`. */
  assets: ReadonlyMap<string, Asset>;
  /** Files beside index.html (icons, robots.txt), kept in memory. */
  rootFiles: ReadonlyMap<string, { mediaType: string; bytes: Buffer }>;
}

/**
 * What a built web app consists of, listed once. Only what is listed is ever served, so no address can climb out of
 * the folder, and a build that is made later changes nothing for a server that runs.
 */
export async function readWebFiles(webRoot: string): Promise<WebFiles> {
  const names = (await readdir(webRoot, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(webRoot, join(entry.parentPath, entry.name)).split(sep).join("/"));
  if (names.length > FILES_MAX)
    throw new Error(`${webRoot} holds more than ${FILES_MAX} files: no build of ours`);
  const served = names.filter((name) => mediaTypeOf(name) !== undefined && name !== "index.html");
  const rootFiles = new Map<string, { mediaType: string; bytes: Buffer }>();
  const assets = new Map<string, Asset>();
  for (const name of served) {
    const mediaType = mediaTypeOf(name) ?? "";
    if (name.startsWith("assets/"))
      assets.set(`/${name}`, await describeAsset(webRoot, name, mediaType, names));
    else rootFiles.set(`/${name}`, { mediaType, bytes: await readFile(join(webRoot, name)) });
  }
  return { index: await readFile(join(webRoot, "index.html")), assets, rootFiles };
}

async function describeAsset(
  webRoot: string,
  name: string,
  mediaType: string,
  names: string[],
): Promise<Asset> {
  const file = join(webRoot, name);
  const encoded: Asset["encoded"] = [];
  for (const { encoding, suffix } of ENCODINGS) {
    if (!names.includes(name + suffix)) continue;
    encoded.push({ encoding, file: file + suffix, bytes: (await stat(file + suffix)).size });
  }
  return { mediaType, file, bytes: (await stat(file)).size, encoded };
}

function mediaTypeOf(name: string): string | undefined {
  return MEDIA_TYPES[extname(name)];
}

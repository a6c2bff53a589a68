import { mkdir, readdir, stat, unlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

/** Some builds' worth; the server takes a folder of many more for no build of ours. */
const ASSETS_MAX = 1_000;

/** Of the files of earlier builds, which stay for servers that run, the oldest go when there are too many. */
export function sweepOldBuilds(): Plugin {
  let folder = "";
  return {
    name: "sightline:sweep-old-builds",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir, config.build.assetsDir);
    },
    // Before anything of this build is there, so that nothing else looks at the folder meanwhile.
    async buildStart() {
      await mkdir(folder, { recursive: true });
      const files = await Promise.all(
        (await readdir(folder)).map(async (name) => {
          const path = join(folder, name);
          return { path, mtimeMs: (await stat(path)).mtimeMs };
        }),
      );
      const old = files.toSorted((a, b) => b.mtimeMs - a.mtimeMs).slice(ASSETS_MAX);
      await Promise.all(old.map(({ path }) => unlink(path)));
    },
  };
}

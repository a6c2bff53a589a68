import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isWalkable, makeWalkableHome, WALKABLE_HOME } from "./embedded-postgres-account";

export const SUPERUSER = "sightline";

/** PostgreSQL's own data directory and what it takes to run it and to log in. */
export interface Cluster {
  folder: string;
  account: { uid: number; gid: number } | undefined;
  password: string;
}

interface ClusterRequest {
  dataDir: string;
  bin: string;
  account: Cluster["account"];
  log: (line: string) => void;
}

/** The cluster of a data folder, made first where there is none. The caller holds the folder's lock. */
export function prepareCluster(request: ClusterRequest): Cluster {
  const link = join(request.dataDir, "cluster");
  const passwordFile = join(request.dataDir, "password");
  if (!existsSync(link)) createCluster(request, link, passwordFile);
  const folder = realpathSync(link);
  const { uid, gid } = statSync(folder);
  // A folder that an ordinary user made stays that user's when root runs the next demo on it.
  const account = request.account && uid !== 0 ? { uid, gid } : request.account;
  return { folder, account, password: readFileSync(passwordFile, "utf8") };
}

/**
 * initdb works in a scratch folder and the finished cluster is moved into place, so one that was cut off is simply
 * done again. Where PostgreSQL's account cannot walk to the data folder, a link stands there for the real place.
 */
function createCluster(
  { dataDir, bin, account, log }: ClusterRequest,
  link: string,
  passwordFile: string,
): void {
  const elsewhere = account !== undefined && !isWalkable(dataDir);
  const target = elsewhere ? join(WALKABLE_HOME, `cluster-${randomBytes(6).toString("hex")}`) : link;
  if (elsewhere) makeWalkableHome();
  log(
    elsewhere
      ? `creating a database in ${target}, since ${dataDir} is closed to PostgreSQL`
      : "creating a database",
  );
  const scratch = elsewhere ? `${target}.unfinished` : join(dataDir, "cluster.unfinished");
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { mode: 0o700 });
  const password = randomBytes(24).toString("base64url");
  writeFileSync(join(scratch, "password"), password, { mode: 0o600 });
  if (account)
    for (const path of [scratch, join(scratch, "password")]) chownSync(path, account.uid, account.gid);
  initdb(bin, scratch, account);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  renameSync(join(scratch, "cluster"), target);
  rmSync(scratch, { recursive: true });
  if (!elsewhere) return;
  rmSync(link, { force: true });
  symlinkSync(target, link);
}

function initdb(bin: string, scratch: string, account: Cluster["account"]): void {
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const login = [`--username=${SUPERUSER}`, "--auth=scram-sha-256", `--pwfile=${join(scratch, "password")}`];
  execFileSync(
    join(bin, "initdb"),
    ["-D", join(scratch, "cluster"), ...locale, ...login, "--no-instructions"],
    {
      ...account,
      cwd: "/",
      env: postgresEnvironment(),
      stdio: "pipe",
    },
  );
}

/** Nothing of ours but the path: PGPORT, LC_ALL or TZ of whoever starts us must not change the database. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}

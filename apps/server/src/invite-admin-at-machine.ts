import { fileURLToPath } from "node:url";
import { systemClock } from "@sightline/contract/clock";
import { emailSchema } from "@sightline/contract/session";
import { openDatabase as openDrizzle, openPool } from "@sightline/db/database";
import { migrateDatabase } from "@sightline/db/migrate";
import { inviteFirstAdmins } from "@sightline/domain/auth/invite-first-admins";
import type { Logger } from "pino";
import type { ServerConfig } from "./config";
import { openDatabase } from "./open-database";

const MIGRATIONS = fileURLToPath(new URL("../../../drizzle", import.meta.url));

/**
 * `npm run admin -- you@example.org`: prints a one-time link with which that person becomes an admin, as long as fewer
 * than two can log in.
 */
export async function inviteAdminAtMachine(
  config: ServerConfig,
  log: Logger,
  email: string | undefined,
): Promise<void> {
  const address = emailSchema.safeParse(email);
  if (!address.success) throw new Error("name the admin's address: npm run admin -- you@example.org");
  const database = await openDatabase(config, log);
  try {
    await migrateDatabase(database.url, MIGRATIONS);
    const pool = openPool(database.url, { max: 1, applicationName: "sightline-admin" });
    const invitation = await inviteFirstAdmins(
      { pool, db: openDrizzle(pool), clock: systemClock },
      { email: address.data, publicUrl: config.publicUrl },
    );
    await pool.end();
    if (!invitation) throw new Error("there are two admins already, who invite others on the staff pages");
    console.log(
      `Open this link once, before ${new Date(invitation.expiresAtMs).toISOString()}:\n\n  ${invitation.link}\n`,
    );
  } finally {
    await database.stop();
  }
}

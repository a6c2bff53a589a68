import { fileURLToPath } from "node:url";
import { systemClock } from "@sightline/contract/clock";
import { emailSchema } from "@sightline/contract/session";
import { openDatabase as openDrizzle, openPool } from "@sightline/db/database";
import { migrateDatabase } from "@sightline/db/migrate";
import { createFirstAdmin } from "@sightline/domain/auth/create-first-admin";
import type { Logger } from "pino";
import type { ServerConfig } from "./config";
import { openDatabase } from "./open-database";

const MIGRATIONS = fileURLToPath(new URL("../../../drizzle", import.meta.url));

/** `npm run admin -- you@example.org`: prints a one-time link with which that person becomes the first admin. */
export async function inviteFirstAdmin(
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
    const invitation = await createFirstAdmin(
      { db: openDrizzle(pool), clock: systemClock },
      { email: address.data, publicUrl: config.publicUrl },
    );
    await pool.end();
    if (!invitation) throw new Error("there is an admin already, who can invite others on the staff pages");
    console.log(
      `Open this link once, before ${new Date(invitation.expiresAtMs).toISOString()}:\n\n  ${invitation.link}\n`,
    );
  } finally {
    await database.stop();
  }
}

import { createHash, randomBytes } from "node:crypto";
import type { StaffInvitation } from "@sightline/contract/invitations";
import { authUser, staffInvitation } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";

export const INVITATION_LIVES_MS = 3 * 24 * 3_600_000;

/**
 * Makes a one-time link that lets its reader become a moderator or an admin with this email address, once another admin
 * has approved it: alone, nobody makes staff (decide-invitation.ts). `invitedBy` is the admin's account, null for the
 * operator at the machine, whose link works at once. The secret stands behind the `#`, which browsers send to no server;
 * only its hash is kept. Refuses an address that has an account.
 */
export async function inviteStaff(
  ctx: Pick<DomainContext, "db" | "clock">,
  wanted: {
    email: string;
    role: "moderator" | "admin";
    reason: string;
    invitedBy: number | null;
    publicUrl: string;
  },
): Promise<StaffInvitation> {
  const email = wanted.email.toLowerCase();
  const [known] = await ctx.db.select({ id: authUser.id }).from(authUser).where(eq(authUser.email, email));
  if (known !== undefined) throw new Refusal("conflict", "This address has an account already.");
  const token = randomBytes(32).toString("base64url");
  const createdAtMs = ctx.clock.nowMs();
  const expiresAtMs = createdAtMs + INVITATION_LIVES_MS;
  await ctx.db.transaction(async (tx) => {
    await tx.insert(staffInvitation).values({
      email,
      role: wanted.role,
      tokenSha256: invitationHash(token),
      invitedBy: wanted.invitedBy,
      reason: wanted.reason,
      state: wanted.invitedBy === null ? "approved" : "waiting",
      createdAt: new Date(createdAtMs),
      expiresAt: new Date(expiresAtMs),
    });
    await recordStaffAct(tx, {
      actorId: wanted.invitedBy,
      act: "invite_staff",
      subject: `email:${email}`,
      before: null,
      after: { role: wanted.role, expiresAtMs },
      reason: wanted.reason,
    });
  });
  return { link: new URL(`/signup#invitation=${token}`, wanted.publicUrl).href, expiresAtMs };
}

/** What is kept of an invitation's secret: 256 random bits need no slow hash. */
export function invitationHash(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

import { z } from "zod";
import { PASSWORD_MAX_LENGTH } from "./session";

/** Passkeys that one user may have. */
export const PASSKEYS_MAX = 10;
/** How long an authenticator's signature is waited for: 5 minutes. */
export const PASSKEY_CHALLENGE_MS = 300_000;

/** `passkeys.list`: in the order in which they were added. */
export interface PasskeyRow {
  id: number;
  name: string;
  createdAtMs: number;
  lastUsedAtMs: number | null;
}

const nameSchema = z.string().trim().min(1, "Enter a name, such as Laptop").max(60);
const base64UrlSchema = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/);
const credentialIdSchema = base64UrlSchema(1_400);

/** What a browser hands on from an authenticator; further fields of it are of no use here. */
const credentialSchema = z.object({
  id: credentialIdSchema,
  rawId: credentialIdSchema,
  type: z.literal("public-key"),
});

/** `passkeys.begin`: the password again, since an open page is no proof of who sits before it. */
export const beginPasskeySchema = z.object({
  name: nameSchema,
  password: z.string().min(1, "Enter your password").max(PASSWORD_MAX_LENGTH),
});

/** `passkeys.add`: what the authenticator made. */
export const addPasskeySchema = z.object({
  name: nameSchema,
  response: credentialSchema.extend({
    response: z.object({
      clientDataJSON: base64UrlSchema(4_000),
      attestationObject: base64UrlSchema(32_000),
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  }),
});
export type MadePasskey = z.infer<typeof addPasskeySchema>;
/** `refused`: not signed by an authenticator for this site, too late, or known already. */
export type AddPasskeyReply = { outcome: "added" } | { outcome: "refused" } | { outcome: "full" };

export const renamePasskeySchema = z.object({
  id: z.number().int().min(1).max(2_147_483_647),
  name: nameSchema,
});

export const removePasskeySchema = z.object({
  id: z.number().int().min(1).max(2_147_483_647),
  password: z.string().min(1, "Enter your password").max(PASSWORD_MAX_LENGTH),
});
export type RemovePasskeyReply =
  | { outcome: "removed" }
  | { outcome: "refused" }
  | { outcome: "too_many_attempts"; retryAfterSeconds: number };

/** `passkeys.logIn`: what the authenticator signed. */
export const logInWithPasskeySchema = z.object({
  response: credentialSchema.extend({
    response: z.object({
      clientDataJSON: base64UrlSchema(4_000),
      authenticatorData: base64UrlSchema(8_000),
      signature: base64UrlSchema(8_000),
      userHandle: base64UrlSchema(200).optional(),
    }),
  }),
});
export type SignedByPasskey = z.infer<typeof logInWithPasskeySchema>["response"];

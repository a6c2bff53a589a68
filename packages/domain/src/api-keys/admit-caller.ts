import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import type { ApiKeyHolder } from "./api-key-cache";
import { findApiKey } from "./find-api-key";
import { isAddressAllowed } from "./is-address-allowed";

export type AddressRefusal = "IP_BANNED" | "ERROR: 1004";
export type Admission =
  | { ok: true; holder: ApiKeyHolder }
  | {
      ok: false;
      code: AddressRefusal | "ERROR_WRONG_USER_KEY" | "ERROR_KEY_DOES_NOT_EXIST" | "ERROR_IP_NOT_ALLOWED";
      /** Whose key it was that may not be used from there. */
      holder?: ApiKeyHolder;
    };

const KEY_LENGTH = 32;

/**
 * The first steps of every request with a key, in the order that protocol.md rules: the address's bans, the key's
 * form, the key, the lists of addresses. Rejects when the database is away and the key is not remembered.
 *
 * An address that is banned for wrong keys is still asked for its key: more than 60 wrong ones in 3 s, the refused
 * ones included, ban it altogether, and from then on nothing is looked up for it.
 */
export async function admitCaller(
  ctx: Pick<DomainContext, "pool" | "apiKeys" | "limits" | "clock">,
  { key, address }: { key: string | undefined; address: string },
): Promise<Admission> {
  const banned = findAddressRefusal(ctx, address);
  if (banned === "IP_BANNED") return { ok: false, code: banned };
  const wellFormed = key !== undefined && key.length === KEY_LENGTH;
  if (banned !== null) {
    await countWrongKeyDuringBan(ctx, wellFormed ? key : null, address);
    return { ok: false, code: banned };
  }
  const holder = wellFormed ? await findApiKey(ctx, key) : null;
  if (holder === null) {
    ctx.limits.count("wrong_keys", addressSubject(address));
    ctx.limits.count("wrong_key_flood", addressSubject(address));
    return { ok: false, code: wellFormed ? "ERROR_KEY_DOES_NOT_EXIST" : "ERROR_WRONG_USER_KEY" };
  }
  if (!isAddressAllowed(holder, address)) return { ok: false, code: "ERROR_IP_NOT_ALLOWED", holder };
  return { ok: true, holder };
}

/** The ban that a client's address is under, for requests that are refused before their key can be read. */
export function findAddressRefusal(
  ctx: Pick<DomainContext, "limits">,
  address: string,
): AddressRefusal | null {
  const subject = addressSubject(address);
  if (ctx.limits.refusal("wrong_key_flood", subject) !== null) return "IP_BANNED";
  return ctx.limits.refusal("wrong_keys", subject) === null ? null : "ERROR: 1004";
}

async function countWrongKeyDuringBan(
  ctx: Pick<DomainContext, "pool" | "apiKeys" | "limits" | "clock">,
  wellFormedKey: string | null,
  address: string,
): Promise<void> {
  // The ban is the answer even when the database is away; the request then counts for nothing.
  const wrong =
    wellFormedKey === null ||
    (await findApiKey(ctx, wellFormedKey).then(
      (holder) => holder === null,
      () => false,
    ));
  if (wrong) ctx.limits.count("wrong_key_flood", addressSubject(address));
}

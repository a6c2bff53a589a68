import type { KeySettings } from "@sightline/contract/api-keys";
import type { apiKey } from "@sightline/db/schema/api-key";
import { Refusal } from "../refusal";

/** Of a key that is to be made; what is left out is unlimited. */
export type NewKeySettings = { [Setting in keyof KeySettings]?: KeySettings[Setting] | undefined };

/** A key's settings as columns; what is left out is unlimited. Refuses an end that has passed already. */
export function keySettingColumns(
  {
    scopes = null,
    allowedAddresses = [],
    expiresAtMs = null,
    dayBudgetMicros = null,
    monthBudgetMicros = null,
  }: NewKeySettings,
  nowMs: number,
): Pick<
  typeof apiKey.$inferInsert,
  "scopes" | "allowedAddresses" | "expiresAt" | "dayBudgetMicros" | "monthBudgetMicros"
> {
  if (expiresAtMs !== null && expiresAtMs <= nowMs)
    throw new Refusal("conflict", "The key's end has passed already. Choose a later one.");
  return {
    scopes: scopes && [...new Set(scopes)],
    allowedAddresses: [...new Set(allowedAddresses)],
    expiresAt: expiresAtMs === null ? null : new Date(expiresAtMs),
    dayBudgetMicros,
    monthBudgetMicros,
  };
}

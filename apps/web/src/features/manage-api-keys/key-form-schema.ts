import {
  type ApiKeyRow,
  createApiKeySchema,
  KEY_ADDRESSES_MAX,
  KEY_BUDGET_MAX_MICROS,
  KEY_SCOPES,
  type KeyScope,
  type KeySettings,
  keyScopeSchema,
} from "@sightline/contract/api-keys";
import { formatWireUsd, parseUsd } from "@sightline/contract/money";
import { formatExact } from "@sightline/ui/relative-time";
import type { TFunction } from "i18next";
import { z } from "zod";
import { readAddressLines } from "../../lib/read-address-lines";
import { keysText } from "../../text/keys";

const DAY_MS = 86_400_000;
export const EXPIRIES = ["never", "7", "30", "90", "365"] as const;
export type Expiry = (typeof EXPIRIES)[number] | "keep";

export type KeyFormValues = {
  name: string;
  scopes: KeyScope[];
  addresses: string;
  dayBudget: string;
  monthBudget: string;
  expires: Expiry;
};

/** What the form shows of a key, or of one that is to be made. */
export function keyFormValues(row?: ApiKeyRow): KeyFormValues {
  return {
    name: row?.name ?? "",
    scopes: row?.scopes ?? [...KEY_SCOPES],
    addresses: row?.allowedAddresses.join("\n") ?? "",
    dayBudget: budgetText(row?.dayBudgetMicros),
    monthBudget: budgetText(row?.monthBudgetMicros),
    expires: row?.expiresAtMs ? "keep" : "never",
  };
}

const budgetText = (micros: number | null | undefined) => (micros == null ? "" : formatWireUsd(micros));

const budgetSchema = (wrong: string) =>
  z
    .string()
    .transform((typed) => (typed.trim() === "" ? null : (parseUsd(typed) ?? 0)))
    .pipe(z.number().min(1, wrong).max(KEY_BUDGET_MAX_MICROS, wrong).nullable());

/** What was typed, as the settings of a key; all scopes together mean everything, later ones included. */
export function keyFormSchema(t: TFunction<"keys">, row?: ApiKeyRow) {
  return z
    .object({
      name: createApiKeySchema.shape.name,
      scopes: z
        .array(keyScopeSchema)
        .min(1, t("scopesNone"))
        .refine((scopes) => !scopes.includes("challenges") || scopes.includes("send"), t("scopesChallenges")),
      addresses: z.string().transform((typed, issues) => {
        const read = readAddressLines(typed);
        if (read.ok && read.addresses.length <= KEY_ADDRESSES_MAX) return read.addresses;
        const message =
          !read.ok && read.problem === "not_an_address"
            ? t("addressWrong", { line: read.line })
            : t("addressesTooMany", { max: KEY_ADDRESSES_MAX });
        issues.addIssue({ code: "custom", message });
        return z.NEVER;
      }),
      dayBudget: budgetSchema(t("budgetWrong")),
      monthBudget: budgetSchema(t("budgetWrong")),
      expires: z.enum([...EXPIRIES, "keep"]),
    })
    .transform(
      ({ name, scopes, addresses, dayBudget, monthBudget, expires }): KeySettings => ({
        name,
        scopes: scopes.length === KEY_SCOPES.length ? null : scopes,
        allowedAddresses: addresses,
        dayBudgetMicros: dayBudget,
        monthBudgetMicros: monthBudget,
        expiresAtMs: expiryMs(expires, row),
      }),
    );
}

function expiryMs(expires: Expiry, row: ApiKeyRow | undefined): number | null {
  if (expires === "never") return null;
  return expires === "keep" ? (row?.expiresAtMs ?? null) : Date.now() + Number(expires) * DAY_MS;
}

export function expiryOptions(t: TFunction<"keys">, row?: ApiKeyRow): { value: Expiry; label: string }[] {
  const options: { value: Expiry; label: string }[] = EXPIRIES.map((value) => ({
    value,
    label: keysText.expiries[value],
  }));
  if (row?.expiresAtMs)
    options.unshift({ value: "keep", label: t("expiries.keep", { at: formatExact(row.expiresAtMs) }) });
  return options;
}

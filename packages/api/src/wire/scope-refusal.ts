import type { KeyScope } from "@sightline/contract/api-keys";
import type { ApiKeyHolder } from "@sightline/domain/api-keys/api-key-cache";
import { mayUse } from "@sightline/domain/api-keys/may-use";

const WORDS: Record<KeyScope, string> = {
  send: "send or cancel tasks",
  challenges: "send live challenges",
  read: "read answers and receipts",
  report: "report answers",
  balance: "read the balance and what was spent",
  callbacks: "change callback hosts",
};

/** Why a key may not do this, in words for ERROR_KEY_NOT_ALLOWED; null when it may. */
export function findScopeRefusal(holder: Pick<ApiKeyHolder, "scopes">, scope: KeyScope): string | null {
  if (mayUse(holder, scope)) return null;
  return `This key may not ${WORDS[scope]}. What it may do is set on /app/keys; or use another key.`;
}

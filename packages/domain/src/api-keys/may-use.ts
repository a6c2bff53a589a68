import type { KeyScope } from "@sightline/contract/api-keys";
import type { ApiKeyHolder } from "./api-key-cache";

/** Whether a key was made for this. */
export function mayUse({ scopes }: Pick<ApiKeyHolder, "scopes">, scope: KeyScope): boolean {
  return scopes === null || scopes.includes(scope);
}

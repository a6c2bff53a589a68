import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

/** Whether this page may use passkeys: browsers allow them on safe pages that have a name, such as localhost. */
export function passkeysHere(): "possible" | "browser" | "address" {
  const isNumber = /^[\d.]+$|^\[/.test(window.location.hostname);
  if (isNumber) return "address";
  return "PublicKeyCredential" in window ? "possible" : "browser";
}

export type PasskeyFailure = "cancelled" | "known" | "impossible";
type Outcome<Response> = { response: Response } | { failure: PasskeyFailure };

/** Lets the browser ask the person for an authenticator, which makes a passkey. */
export async function makePasskey(optionsJSON: Omit<PublicKeyCredentialCreationOptionsJSON, "extensions">) {
  const { startRegistration } = await import("@simplewebauthn/browser");
  return outcomeOf(() => startRegistration({ optionsJSON }));
}

/** Lets the browser ask the person for a passkey, which signs. */
export async function signWithPasskey(
  optionsJSON: Omit<PublicKeyCredentialRequestOptionsJSON, "extensions">,
) {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return outcomeOf(() => startAuthentication({ optionsJSON }));
}

/** What a person or a browser does not want is an answer, not a fault. */
async function outcomeOf<Response>(ask: () => Promise<Response>): Promise<Outcome<Response>> {
  try {
    return { response: await ask() };
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "NotAllowedError" || name === "AbortError") return { failure: "cancelled" };
    return { failure: name === "InvalidStateError" ? "known" : "impossible" };
  }
}

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { PasskeyAnswer } from "#server/auth/contract.ts";

/** Loaded when it is needed: most people log in without it. */
const load = () => import("@simplewebauthn/browser");

/** Has the browser make a passkey. Throws where the person closes its dialog. */
export async function makePasskey(options: unknown): Promise<PasskeyAnswer> {
  const { startRegistration } = await load();
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return (await startRegistration({ optionsJSON })) as unknown as PasskeyAnswer;
}

/**
 * Has the browser ask for a passkey. Throws where the person closes its dialog.
 * @param inField - offered where the address is typed, without a dialog, until something else is asked
 */
export async function askPasskey(options: unknown, inField = false): Promise<PasskeyAnswer> {
  const { startAuthentication } = await load();
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return (await startAuthentication({
    ...{ optionsJSON, useBrowserAutofill: inField },
  })) as unknown as PasskeyAnswer;
}

/** Whether the browser can offer passkeys where an address is typed. */
export async function offersInField(): Promise<boolean> {
  const { browserSupportsWebAuthnAutofill } = await load();
  return browserSupportsWebAuthnAutofill();
}

/** Ends what is asked for in a field. */
export async function stopAsking(): Promise<void> {
  const { WebAuthnAbortService } = await load();
  WebAuthnAbortService.cancelCeremony();
}

/** Whether a person closed the browser's dialog, or had no passkey to choose. */
export const isDismissed = (error: unknown): boolean =>
  error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError");

import { isIP } from "node:net";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { env } from "../platform/config/env.ts";
import { AppError } from "../platform/operation/errors.ts";

/** Of a passkey, what its answers are checked with. */
interface Passkey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string[];
}

/** How many passkeys one account has. */
export const PASSKEYS_MAX = 10;

/** How long a person has to answer a challenge: some go to find a key or another phone. */
export const CHALLENGE_SECONDS = 300;

/** What a challenge is kept for, so that the answer to one is of no use for anything else or to anyone else. */
export const challengeFor = {
  login: "login",
  proof: (loginSessionId: string) => `proof ${loginSessionId}`,
  adding: (loginSessionId: string) => `adding ${loginSessionId}`,
};

/** Within a minute: challenges for one network, and answers that were refused, from one network and for one account. */
export const CHALLENGES_PER_NETWORK_MAX = 60;
export const REFUSED_PER_NETWORK_MAX = 20;
export const REFUSED_PER_ACCOUNT_MAX = 5;
export const PASSKEYS_WINDOW_SECONDS = 60;

const shop = () => new URL(env.APP_URL);

/** Browsers make passkeys for names alone. */
export const arePasskeysOffered = (): boolean => isIP(shop().hostname.replace(/^\[|\]$/g, "")) === 0;

const expected = () => ({
  expectedOrigin: shop().origin,
  expectedRPID: shop().hostname,
  // What counts as two factors was unlocked by a fingerprint, a face or a PIN.
  requireUserVerification: true,
});

/** What a browser needs to make a passkey. */
export const newPasskeyOptions = (
  person: { readonly id: string; readonly email: string },
  known: readonly Passkey[],
) =>
  generateRegistrationOptions({
    ...{ rpName: "Seonchak", rpID: shop().hostname, timeout: CHALLENGE_SECONDS * 1000 },
    ...{ userName: person.email, userID: new TextEncoder().encode(person.id) },
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
    // One that can be found without a name is all that a login needs.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });

/** What a browser needs to ask for a passkey: any of this shop, or those of an account. */
export const askPasskeyOptions = (known: readonly Passkey[] = []) =>
  generateAuthenticationOptions({
    ...{ rpID: shop().hostname, userVerification: "required", timeout: CHALLENGE_SECONDS * 1000 },
    allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
  });

type IsExpected = (challenge: string) => Promise<boolean>;

/** The passkey that a browser made; undefined where its answer is not for us or is not whole. */
export async function madePasskey(response: unknown, isExpected: IsExpected) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      ...{ response: response as RegistrationResponseJSON, expectedChallenge: isExpected, ...expected() },
    });
    if (!registrationInfo) return undefined;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return {
      ...{ credentialId: id, publicKey: Buffer.from(publicKey).toString("base64url"), counter },
      ...{ transports, synced: registrationInfo.credentialBackedUp },
    };
  } catch (error) {
    return unlessOurs(error);
  }
}

/**
 * The count of uses that a passkey's answer brings; undefined where the answer is not for us, not of this passkey, or its
 * count did not rise, as a copy's does not.
 */
export async function usedPasskey(
  passkey: Passkey,
  response: unknown,
  isExpected: IsExpected,
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...{ response: response as AuthenticationResponseJSON, expectedChallenge: isExpected, ...expected() },
      credential: {
        ...{ id: passkey.credentialId, counter: passkey.counter },
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch (error) {
    return unlessOurs(error);
  }
}

/** The library throws for whatever is wrong with an answer, which a stranger wrote; that Redis is away is no fault of it. */
function unlessOurs(error: unknown): undefined {
  if (error instanceof AppError) throw error;
}

import { type CodeParts, isProven, partsOf, secretOf } from "#server/tickets/values.ts";

/** What a ticket's QR code says. */
export interface CodeClaims {
  readonly ticketId: string;
  readonly sessionId: string;
  readonly version: number;
  readonly parts: CodeParts;
  /** Whether its moving part could not be checked: it is of another event session, or this device has no key yet. */
  readonly isUnproven: boolean;
}

/** The event session of a door, and what its moving codes are checked with. */
export interface MovingKey {
  readonly eventSessionId: string;
  /** Missing where the device read its door before there were moving codes; its next contact brings it. */
  readonly movingKey?: string | undefined;
}

/** `unreadable`: this browser cannot check signatures, so only the server can tell. */
export type ReadCode = CodeClaims | "forged" | "unreadable";

const ALGORITHM = { name: "Ed25519" };

/** Prepares the keys that tickets are signed with; none where the browser does not know the algorithm. */
export async function importKeys(keys: readonly object[]): Promise<CryptoKey[]> {
  if (!globalThis.crypto?.subtle) return [];
  const imported = keys.map(({ kty, crv, x }: { kty?: string; crv?: string; x?: string }) =>
    crypto.subtle.importKey("jwk", { kty, crv, x } as JsonWebKey, ALGORITHM, false, ["verify"]),
  );
  return (await Promise.allSettled(imported)).flatMap((each) =>
    each.status === "fulfilled" ? [each.value] : [],
  );
}

/** Reads a QR code without the network: its signed text (a compact JWS), and its moving part where it has one. */
export async function readCode(
  code: string,
  keys: readonly CryptoKey[],
  door: MovingKey | undefined,
): Promise<ReadCode> {
  if (keys.length === 0) return "unreadable";
  const parts = partsOf(code);
  const [header = "", payload = "", signature = "", ...more] = parts.qr.split(".");
  if (more.length > 0) return "forged";
  try {
    const signed = new TextEncoder().encode(`${header}.${payload}`);
    const bytes = bytesOf(signature);
    for (const key of keys)
      if (await crypto.subtle.verify(ALGORITHM, key, bytes, signed))
        return prove(claimsOf(payload), parts, door);
  } catch {
    // What is no base64 or no JSON was not made by us.
  }
  return "forged";
}

async function prove(
  claims: ReturnType<typeof claimsOf>,
  parts: CodeParts,
  door: MovingKey | undefined,
): Promise<ReadCode> {
  const { moving } = parts;
  const key = door?.eventSessionId === claims.sessionId ? door.movingKey : undefined;
  if (moving && key && !(await isProven(moving, await secretOf(key, claims)))) return "forged";
  return { ...claims, parts, isUnproven: moving !== null && !key };
}

function claimsOf(payload: string) {
  const { ticketId, sessionId, version = 1 } = JSON.parse(new TextDecoder().decode(bytesOf(payload)));
  return { ticketId: String(ticketId), sessionId: String(sessionId), version: Number(version) };
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));

/** What a ticket's QR code says. */
export interface CodeClaims {
  readonly ticketId: string;
  readonly sessionId: string;
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

/** Reads the signed text of a QR code (a compact JWS) without the network. */
export async function readCode(code: string, keys: readonly CryptoKey[]): Promise<ReadCode> {
  if (keys.length === 0) return "unreadable";
  const [header = "", payload = "", signature = "", ...more] = code.split(".");
  if (more.length > 0) return "forged";
  try {
    const signed = new TextEncoder().encode(`${header}.${payload}`);
    const bytes = bytesOf(signature);
    for (const key of keys)
      if (await crypto.subtle.verify(ALGORITHM, key, bytes, signed)) return claimsOf(payload);
  } catch {
    // What is no base64 or no JSON was not made by us.
  }
  return "forged";
}

function claimsOf(payload: string): CodeClaims {
  const { ticketId, sessionId } = JSON.parse(new TextDecoder().decode(bytesOf(payload)));
  return { ticketId: String(ticketId), sessionId: String(sessionId) };
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));

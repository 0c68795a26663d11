import { createHash, createHmac, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { CompactSign, compactVerify, exportJWK, type JWK } from "jose";
import type { EventSessionId } from "../catalog/contract.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { env } from "../platform/config/env.ts";
import type { TicketId } from "./contract.ts";
import { ticketErrors } from "./errors.ts";
import { secretOf } from "./values.ts";

/** The content of a QR code. */
export interface TicketClaims {
  readonly ticketId: TicketId;
  readonly eventSessionId: EventSessionId;
  /** Which of its ticket's codes it is, the first being 1. */
  readonly version: number;
}

/** The prefix that makes 32 bytes of seed an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");

const privateKey = (): KeyObject =>
  singleton("ticket-signing-key", () => {
    const seed = createHash("sha256").update(`ticket-qr.${env.TICKET_SIGNING_KEY}`).digest();
    return createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: "der", type: "pkcs8" });
  });

/**
 * The text of a ticket's QR code: a JWS signed with Ed25519, so that a door which has the public key can check it
 * without the network and without being able to make one.
 */
export function signTicket({ ticketId, eventSessionId, version }: TicketClaims): Promise<string> {
  // The first code leaves its version out, as all codes did before tickets could be given away.
  const claims = { ticketId, sessionId: eventSessionId, ...(version > 1 && { version }) };
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: "EdDSA", typ: "ticket" })
    .sign(privateKey());
}

/** The claims of a QR code. Throws `forged_ticket` (400). */
export async function readTicket(qr: string): Promise<TicketClaims> {
  try {
    const { payload } = await compactVerify(qr, createPublicKey(privateKey()), { algorithms: ["EdDSA"] });
    const {
      ticketId,
      sessionId: eventSessionId,
      version = 1,
    } = JSON.parse(new TextDecoder().decode(payload));
    return { ticketId, eventSessionId, version };
  } catch {
    throw ticketErrors.forged_ticket();
  }
}

/**
 * The key that the moving codes of an event session's tickets are checked with. Its doors have it, and can so make the moving
 * part of a code, but no signed text (docs/decisions/060-moving-codes.md).
 */
export const movingKeyOf = (eventSessionId: EventSessionId): string =>
  createHmac("sha256", `ticket-moving.${env.TICKET_SIGNING_KEY}`).update(eventSessionId).digest("base64url");

/** The secret with which the holder of a ticket makes its moving codes. */
export const movingSecretOf = ({ eventSessionId, ...ticket }: TicketClaims): Promise<string> =>
  secretOf(movingKeyOf(eventSessionId), ticket);

/** The public key that doors check tickets with, as a JWK. */
export const ticketKey = async (): Promise<JWK> => ({
  ...(await exportJWK(createPublicKey(privateKey()))),
  alg: "EdDSA",
  use: "sig",
});

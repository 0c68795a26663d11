/** How long a moving code is drawn before the next one. */
export const MOVING_SECONDS = 30;
/** How many codes before and after the present one are taken for it: clocks differ, and a scan takes its time. */
const LEEWAY_STEPS = 1;
/** Bytes of the proof that a moving code ends with: none is guessed at a door. */
const PROOF_BYTES = 9;

/** The number of a half minute, of a time that a Date can hold. */
const STEP = /^[0-9a-z]{1,7}$/;

/** The text of a QR code, or a short code, in its parts. */
export interface CodeParts {
  /** The signed text that a ticket has as long as one person holds it. */
  readonly qr: string;
  /** What a moving code has beside it; null for one that stays. */
  readonly moving: { readonly step: number; readonly proof: string } | null;
}

/** How a ticket was shown. A code that was moving once is `old` as soon as it is no longer drawn, as on a picture of it. */
export type ShownAs = "moving" | "old" | "still" | "typed";
export const SHOWN_AS = ["moving", "old", "still", "typed"] as const satisfies readonly ShownAs[];

/** Takes a code apart: a moving one is the signed text, the number of its half minute, and the proof of that. */
export function partsOf(code: string): CodeParts {
  const parts = code.split(".");
  if (parts.length !== 5) return { qr: code, moving: null };
  const [step = "", proof = ""] = parts.slice(3);
  return {
    qr: parts.slice(0, 3).join("."),
    moving: { step: STEP.test(step) ? Number.parseInt(step, 36) : -1, proof },
  };
}

/**
 * The code that a ticket's holder shows now.
 * @param secret - the ticket's, from `secretOf`
 * @param now - by the server's clock, in milliseconds
 */
export async function movingCode(qr: string, secret: string, now: number): Promise<string> {
  const step = stepAt(now);
  return `${qr}.${step.toString(36)}.${await proofOf(secret, step)}`;
}

/** How long the code that is shown now stays, in milliseconds. */
export const movesInMs = (now: number): number => MOVING_SECONDS * 1000 - (now % (MOVING_SECONDS * 1000));

/**
 * The secret of a ticket for its holder. It depends on which code the ticket has, so it ends with a transfer.
 * @param key - of the event session, which its doors have
 */
export const secretOf = (
  key: string,
  { ticketId, version }: { readonly ticketId: string; readonly version: number },
): Promise<string> => sign(key, `${ticketId}.${version}`);

/** Whether a moving code was made with a ticket's secret, whenever that was. */
export const isProven = async ({ step, proof }: NonNullable<CodeParts["moving"]>, secret: string) =>
  step >= 0 && proof === (await proofOf(secret, step));

/**
 * How a code was shown, and since when it was drawn where it moved once.
 * @param clocks - what time it is, in milliseconds; several where a device does not know which of its clocks is right
 */
export function shownAs({ moving }: CodeParts, clocks: readonly number[]): { as: ShownAs; at: Date | null } {
  if (!moving) return { as: "still", at: null };
  const isNow = clocks.some((now) => Math.abs(stepAt(now) - moving.step) <= LEEWAY_STEPS);
  return { as: isNow ? "moving" : "old", at: new Date(moving.step * MOVING_SECONDS * 1000) };
}

/** Whether two codes are one ticket that is shown on: the same code, or a moving one and the next. A picture and the ticket page differ. */
export const goesOn = (before: CodeParts, after: CodeParts): boolean =>
  before.qr === after.qr && Math.abs((before.moving?.step ?? 0) - (after.moving?.step ?? 0)) <= 1;

const stepAt = (now: number): number => Math.floor(now / (MOVING_SECONDS * 1000));

const proofOf = (secret: string, step: number): Promise<string> => sign(secret, String(step), PROOF_BYTES);

/** HMAC-SHA-256 in base64url, or the first bytes of it. */
async function sign(key: string, text: string, bytes = 32): Promise<string> {
  const encoder = new TextEncoder();
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", encoder.encode(key), hmac, false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign(hmac, imported, encoder.encode(text)));
  return btoa(String.fromCharCode(...signature.slice(0, bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The wallets of phones that tickets can be added to. */
export const WALLETS = ["APPLE", "GOOGLE"] as const;
export type Wallet = (typeof WALLETS)[number];

import { createHash, createPrivateKey } from "node:crypto";
import { SignJWT } from "jose";
import { env } from "../../platform/config/env.ts";
import type { GoogleWallet } from "../../platform/config/wallets.ts";
import type { Localized, PassContent } from "../policy.ts";

const SAVE = "https://pay.google.com/gp/v/save/";

/**
 * The address at which a person saves a ticket to Google Wallet. The ticket is in the address, signed, so Google is not called.
 * What makes the address longer than it has to be is left out, since Google advises 1,800 characters.
 */
export async function googleLinkOf(content: PassContent, wallet: GoogleWallet): Promise<string> {
  const eventTicketClass = named(wallet, content.eventSessionId, classOf(content));
  const ticket = { classId: eventTicketClass.id, ...objectOf(content) };
  const eventTicketObject = named(wallet, content.ticketId, ticket);
  const token = await new SignJWT({
    ...{ typ: "savetowallet", origins: [new URL(env.APP_URL).origin] },
    payload: { eventTicketClasses: [eventTicketClass], eventTicketObjects: [eventTicketObject] },
  })
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(wallet.email)
    .setAudience("google")
    .setIssuedAt()
    .sign(createPrivateKey(wallet.key));
  return SAVE + token;
}

/**
 * Names a thing by a digest of its id and of what it says: Google keeps the first thing that it is told under a name, and would go
 * on showing an old date.
 */
function named<T extends object>({ issuerId }: GoogleWallet, id: string, thing: T) {
  const digest = createHash("sha256")
    .update(JSON.stringify([id, thing]))
    .digest("base64url");
  return { id: `${issuerId}.${digest.slice(0, 16)}`, ...thing };
}

/** What all tickets of an event session share. */
const classOf = ({ title, venue, startsAt, doorsAt }: PassContent) => ({
  issuerName: env.BUSINESS_NAME ?? "선착",
  reviewStatus: "UNDER_REVIEW",
  eventName: inKorean(title),
  venue: { name: inKorean(venue), address: inKorean(venue) },
  dateTime: { start: toMinute(startsAt), ...(doorsAt && { doorsOpen: toMinute(doorsAt) }) },
});

const objectOf = ({ qr, shortCode, seat, endsAt }: PassContent) => ({
  state: "ACTIVE",
  barcode: { type: "QR_CODE", value: qr },
  ticketNumber: shortCode,
  ...(seat && { seatInfo: { seat: inBoth(seat) } }),
  validTimeInterval: { end: { date: toMinute(endsAt) } },
});

const toMinute = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`;

/** What the organizer wrote, in whatever language. */
const inKorean = (value: string) => ({ defaultValue: { language: "ko", value } });

const inBoth = ({ ko, en }: Localized) => ({
  ...inKorean(ko),
  ...(en !== ko && { translatedValues: [{ language: "en", value: en }] }),
});

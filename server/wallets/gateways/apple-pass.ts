import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { singleton } from "../../platform/concurrency/singleton.ts";
import { env } from "../../platform/config/env.ts";
import type { AppleWallet } from "../../platform/config/wallets.ts";
import { type Localized, type PassContent, WORDS } from "../policy.ts";

/** The shop's ink and paper. */
const COLOURS = {
  backgroundColor: "rgb(15, 17, 26)",
  foregroundColor: "rgb(255, 255, 255)",
  labelColor: "rgb(200, 204, 218)",
};
const SEOUL_OFFSET_HOURS = 9;

/**
 * The file of a ticket for Apple Wallet. It says until when it is valid, and is not passed on by the wallet, since tickets
 * are given away in the shop.
 */
export async function applePassOf(
  content: PassContent,
  wallet: AppleWallet,
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ PKPass }, icon] = await Promise.all([library(), pictureOfShop()]);
  const { certificate: signerCert, key: signerKey, authority: wwdr, passTypeId, teamId } = wallet;
  const pictures = ["icon.png", "icon@2x.png", "icon@3x.png", "logo.png", "logo@2x.png"];
  const pass = new PKPass(
    Object.fromEntries(pictures.map((name) => [name, icon])),
    { signerCert, signerKey, wwdr },
    {
      ...{ passTypeIdentifier: passTypeId, teamIdentifier: teamId, serialNumber: content.ticketId },
      ...{ organizationName: env.BUSINESS_NAME ?? "선착", logoText: "선착", description: "pass.description" },
      ...{ groupingIdentifier: content.eventSessionId, sharingProhibited: true, ...COLOURS },
    },
  );
  pass.type = "eventTicket";
  fill(pass, content);
  pass.setBarcodes({
    ...{ message: content.qr, format: "PKBarcodeFormatQR", messageEncoding: "iso-8859-1" },
    altText: content.shortCode,
  });
  pass.setRelevantDate(content.startsAt);
  pass.setExpirationDate(content.endsAt);
  const texts = textsOf(content);
  for (const language of ["ko", "en"] as const)
    pass.localize(
      language,
      mapValues(texts, (text) => text[language]),
    );
  return new Uint8Array(pass.getAsBuffer());
}

type Pass = InstanceType<Awaited<ReturnType<typeof library>>["PKPass"]>;

/** The fields, whose labels and own words are keys of the texts in both languages. */
function fill(pass: Pass, { title, venue, startsAt, doorsAt, ordinal, shortCode }: PassContent): void {
  // The place is in Korea, so its time is shown wherever the phone is.
  const time = (at: Date) => ({
    ...{ value: inSeoul(at), ignoresTimeZone: true, timeStyle: "PKDateStyleShort" as const },
  });
  pass.headerFields.push({ key: "ordinal", label: "label.ordinal", value: ordinal });
  pass.primaryFields.push({ key: "event", label: "label.event", value: title });
  pass.secondaryFields.push(
    { key: "when", label: "label.when", dateStyle: "PKDateStyleMedium", ...time(startsAt) },
    { key: "seat", label: "label.seat", value: "value.seat" },
  );
  pass.auxiliaryFields.push({ key: "venue", label: "label.venue", value: venue });
  if (doorsAt)
    pass.auxiliaryFields.push({
      key: "doors",
      label: "label.doors",
      dateStyle: "PKDateStyleNone",
      ...time(doorsAt),
    });
  pass.backFields.push(
    { key: "notice", label: "label.notice", value: "value.notice" },
    { key: "code", label: "label.code", value: shortCode },
    { key: "link", label: "label.myTickets", value: `${env.APP_URL}/me/tickets` },
  );
}

/** An instant with the offset of Korea, which a pass shows as it is written. */
function inSeoul(at: Date): string {
  const shifted = new Date(at.getTime() + SEOUL_OFFSET_HOURS * 3_600_000);
  return `${shifted.toISOString().slice(0, 19)}+09:00`;
}

function textsOf({ title, seat, notice }: PassContent): Record<string, Localized> {
  const { ticket, generalAdmission, asked: _, mayEnd: __, ...labels } = WORDS;
  return {
    ...Object.fromEntries(Object.entries(labels).map(([name, text]) => [`label.${name}`, text])),
    "value.seat": seat ?? generalAdmission,
    "value.notice": notice,
    "pass.description": { ko: `${title} ${ticket.ko}`, en: `${ticket.en}: ${title}` },
  };
}

const mapValues = <T>(record: Record<string, T>, map: (value: T) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

/** Loaded with the first pass, since most shops never make one. */
const library = () => import("passkit-generator");

const pictureOfShop = () =>
  singleton("wallet-picture", () => readFile(join(process.cwd(), "public", "icon-192.png")));

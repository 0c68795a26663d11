import { execFileSync } from "node:child_process";
import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { jwtVerify } from "jose";
import { afterEach, expect, it, vi } from "vitest";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import { cancelOrder } from "../checkout/commands/cancel-order.ts";
import type { EntryCodes } from "../terms/values.ts";
import { givenDevice, givenDoors } from "../testing/doors.ts";
import { given, newKey, type Person } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import type { TicketId } from "../tickets/contract.ts";
import { myTickets } from "../tickets/queries.ts";
import { acceptTransfer } from "../transfers/commands/accept-transfer.ts";
import { offerTransfer } from "../transfers/commands/offer-transfer.ts";
import { getWalletPass } from "./queries.ts";

const settings = await vi.hoisted(async () => {
  const { walletSettings } = await import("#server/testing/wallet-keys.ts");
  const made = walletSettings();
  for (const [name, value] of Object.entries(made)) vi.stubEnv(name, value);
  return made;
});

afterEach(expectEquationsHold);

/** A sold ticket of an event session whose doors take these codes, and a door. */
async function givenTicket(entryCodes: EntryCodes = "ANY") {
  const doors = await givenDoors(1, { terms: { entryCodes, transferable: true } });
  const door = await givenDevice(doors.seller, doors.id, "정문");
  const [ticket] = await myTickets(doors.buyer.ctx(), {});
  if (!ticket) throw new Error("no ticket was sold");
  return { ...doors, door, ticket };
}

async function appleFiles(person: Person, ticketId: TicketId): Promise<Record<string, Buffer>> {
  const pass = await getWalletPass(person.ctx(), { ticketId, wallet: "APPLE" });
  if (!("file" in pass)) throw new Error("no file was made");
  const folder = mkdtempSync(join(tmpdir(), "seonchak-pass-"));
  try {
    writeFileSync(join(folder, "a.pkpass"), pass.file);
    execFileSync("unzip", ["-q", "a.pkpass", "-d", "pass"], { cwd: folder });
    const root = join(folder, "pass");
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const paths = files.map(({ parentPath, name }) => join(parentPath, name));
    return Object.fromEntries(paths.map((path) => [relative(root, path), readFileSync(path)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const passOf = async (person: Person, ticketId: TicketId) =>
  JSON.parse((await appleFiles(person, ticketId))["pass.json"]?.toString() ?? "");

async function googleClaims(person: Person, ticketId: TicketId) {
  const pass = await getWalletPass(person.ctx(), { ticketId, wallet: "GOOGLE" });
  if (!("link" in pass)) throw new Error("no link was made");
  const { private_key: key } = JSON.parse(Buffer.from(settings.GOOGLE_WALLET_ACCOUNT, "base64").toString());
  const token = pass.link.replace("https://pay.google.com/gp/v/save/", "");
  const publicKey = createPublicKey(createPrivateKey(key));
  const { payload } = await jwtVerify(token, publicKey, { algorithms: ["RS256"], audience: "google" });
  return { token, payload: payload as typeof payload & { payload: GooglePayload } };
}

interface GooglePayload {
  readonly eventTicketClasses: readonly { id: string }[];
  readonly eventTicketObjects: readonly { id: string; classId: string }[];
}

it("makes a pass for Apple Wallet whose files and signature a phone can check", async () => {
  const { buyer, ticket } = await givenTicket();
  const files = await appleFiles(buyer, ticket.id);
  const manifest = JSON.parse(files["manifest.json"]?.toString() ?? "");
  const contents = Object.entries(files).filter(([name]) => !["manifest.json", "signature"].includes(name));
  expect(manifest).toEqual(
    Object.fromEntries(
      contents.map(([name, bytes]) => [name, createHash("sha1").update(bytes).digest("hex")]),
    ),
  );
  expect(Object.keys(manifest)).toEqual(
    expect.arrayContaining([
      "icon.png",
      "icon@2x.png",
      "logo.png",
      "ko.lproj/pass.strings",
      "en.lproj/pass.strings",
    ]),
  );
  expect(isSigned(files)).toBe(true);
  expect(isSigned({ ...files, "manifest.json": Buffer.from("{}") })).toBe(false);
});

/** Asks openssl whether the manifest was signed with the certificate that Apple's pretended authority issued. */
function isSigned(files: Record<string, Buffer>): boolean {
  const folder = mkdtempSync(join(tmpdir(), "seonchak-signature-"));
  const write = (name: string, bytes: Buffer | undefined) => writeFileSync(join(folder, name), bytes ?? "");
  try {
    write("manifest.json", files["manifest.json"]);
    write("signature", files.signature);
    write("authority.pem", Buffer.from(settings.APPLE_WALLET_AUTHORITY, "base64"));
    const given = ["-in", "signature", "-inform", "DER", "-content", "manifest.json", "-binary"];
    const args = ["cms", "-verify", ...given, "-CAfile", "authority.pem", "-purpose", "any", "-out", "read"];
    execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("tells Apple Wallet of the ticket, its end and its code in both languages", async () => {
  const { buyer, ticket } = await givenTicket("ASK");
  const files = await appleFiles(buyer, ticket.id);
  const ends = new Date(Date.parse(ticket.startsAt) + 12 * 3_600_000);
  const pass = JSON.parse(files["pass.json"]?.toString() ?? "");
  expect(pass).toMatchObject({
    ...{ passTypeIdentifier: "pass.test.seonchak", teamIdentifier: "TEAM123456", serialNumber: ticket.id },
    ...{ sharingProhibited: true, groupingIdentifier: ticket.sessionId },
    eventTicket: { primaryFields: [{ label: "label.event", value: ticket.eventTitle }] },
    barcodes: [{ format: "PKBarcodeFormatQR", message: ticket.qr }],
  });
  expect(new Date(pass.expirationDate)).toEqual(ends);
  expect(new Date(pass.relevantDate)).toEqual(new Date(ticket.startsAt));
  const [korean, english] = ["ko", "en"].map((language) =>
    files[`${language}.lproj/pass.strings`]?.toString(),
  );
  expect(korean).toContain("비지정석");
  expect(korean).toContain("한 번 더 확인");
  expect(english).toContain("General admission");
  expect(english).toContain("second look");
  // Each key that the pass shows has its words.
  for (const key of JSON.stringify(pass).match(/"(label|value|pass)\.\w+"/g) ?? []) {
    expect(korean).toContain(key);
    expect(english).toContain(key);
  }
});

it("makes a link for Google Wallet that Google can check, of a length that browsers keep", async () => {
  const { buyer, ticket } = await givenTicket();
  const { token, payload } = await googleClaims(buyer, ticket.id);
  expect(payload).toMatchObject({
    iss: "wallet-passes@seonchak-123456.iam.gserviceaccount.com",
    typ: "savetowallet",
  });
  const [eventTicketClass] = payload.payload.eventTicketClasses;
  expect(eventTicketClass).toMatchObject({
    eventName: { defaultValue: { language: "ko", value: ticket.eventTitle } },
    dateTime: { start: `${ticket.startsAt.slice(0, 16)}Z` },
  });
  expect(payload.payload.eventTicketObjects).toMatchObject([
    {
      ...{ classId: eventTicketClass?.id, state: "ACTIVE", barcode: { type: "QR_CODE", value: ticket.qr } },
      validTimeInterval: {
        end: {
          date: `${new Date(Date.parse(ticket.startsAt) + 12 * 3_600_000).toISOString().slice(0, 16)}Z`,
        },
      },
    },
  ]);
  expect(token.length).toBeLessThanOrEqual(1800);
});

it("names another thing at Google once the date has changed, so that no phone shows the old one", async () => {
  const { seller, buyer, id, ticket } = await givenTicket();
  const before = await googleClaims(buyer, ticket.id);
  const again = await googleClaims(buyer, ticket.id);
  expect(again.payload.payload).toEqual(before.payload.payload);
  const startsAt = new Date(Date.parse(ticket.startsAt) + 3_600_000).toISOString();
  await updateEventSession(seller.ctx(), { id, startsAt });
  const after = await googleClaims(buyer, ticket.id);
  const idOf = ({ payload: { payload } }: typeof before) => payload.eventTicketClasses[0]?.id;
  expect(idOf(after)).not.toBe(idOf(before));
});

it("gives a pass to the holder of the moment, and the door refuses the one from before", async () => {
  const { buyer, door, ticket } = await givenTicket();
  const friend = await given.person();
  for (const wallet of ["APPLE", "GOOGLE"] as const)
    await expect(getWalletPass(friend.ctx(), { ticketId: ticket.id, wallet })).rejects.toMatchObject({
      status: 404,
    });
  const before = await passOf(buyer, ticket.id);
  const { token } = await offerTransfer(buyer.ctx(), { ticketId: ticket.id });
  await acceptTransfer(friend.ctx(), { token });
  await expect(getWalletPass(buyer.ctx(), { ticketId: ticket.id, wallet: "APPLE" })).rejects.toMatchObject({
    status: 404,
  });
  const after = await passOf(friend, ticket.id);
  expect(await door.scan(before.barcodes[0].message)).toMatchObject({ outcome: "replaced" });
  expect(await door.scan(after.barcodes[0].message)).toMatchObject({ outcome: "admitted" });
  await expect(getWalletPass(friend.ctx(), { ticketId: ticket.id, wallet: "GOOGLE" })).rejects.toMatchObject({
    reason: "wallet_admits_no_one",
  });
});

it("makes no pass of a cancelled ticket, whose pass from before the door refuses", async () => {
  const { buyer, door, ticket } = await givenTicket();
  const before = await passOf(buyer, ticket.id);
  await cancelOrder(buyer.ctx(newKey()), { id: ticket.orderId });
  expect(await door.scan(before.barcodes[0].message)).toMatchObject({ outcome: "void" });
  await expect(getWalletPass(buyer.ctx(), { ticketId: ticket.id, wallet: "APPLE" })).rejects.toMatchObject({
    reason: "wallet_admits_no_one",
  });
});

it("makes no pass where the door takes moving codes alone", async () => {
  const { buyer, ticket } = await givenTicket("MOVING");
  for (const wallet of ["APPLE", "GOOGLE"] as const)
    await expect(getWalletPass(buyer.ctx(), { ticketId: ticket.id, wallet })).rejects.toMatchObject({
      reason: "wallet_code_moves",
    });
  expect(ticket.wallets).toEqual(["APPLE", "GOOGLE"]);
});

import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { marketplaceAccounts } from "#db/schema/integration.ts";
import { auditLog } from "#db/schema/platform.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { unseal } from "../../platform/values/seal.ts";
import { clock } from "../../testing/clock.ts";
import { given, newVendorId } from "../../testing/given.ts";
import { givenPhoneLines, givenSeller } from "../../testing/integration.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { remindOfKeys } from "../jobs/remind-of-keys.ts";
import { myAccounts } from "../queries.ts";
import { connectWithKeys } from "./connect-with-keys.ts";
import { disconnectAccount } from "./disconnect-account.ts";
import { releaseAccount } from "./release-account.ts";

const DAY = 86_400;
const ctx = systemContext("integration.expire");
const keysFor = (vendorId: string, mark = "key1") => ({
  ...{ vendorId, accessKey: `${vendorId}-${mark}`, secretKey: `secret-of-${mark}` },
});

beforeEach(() => givenPhoneLines(1));
afterEach(expectEquationsHold);

describe("keys", () => {
  it("connect an account and make a seller; they are sealed, and shown masked", async () => {
    const person = await given.person();
    const vendorId = newVendorId();
    const keys = keysFor(vendorId, "abcd9876");
    expect(await connectWithKeys(person.ctx(), keys)).toMatchObject({
      vendorId,
      accessKeyMasked: "••••9876",
    });
    const [row] = await db
      .select()
      .from(marketplaceAccounts)
      .where(eq(marketplaceAccounts.vendorId, vendorId));
    expect(JSON.stringify(row)).not.toContain("abcd9876");
    expect(unseal(row?.secretKey ?? "", `secret-key ${vendorId}`)).toBe(keys.secretKey);
    const [user] = await db.select().from(users).where(eq(users.id, person.userId));
    expect(user?.role).toBe("SELLER");
  });

  it("that the marketplace refuses connect nothing", async () => {
    const person = await given.person();
    const vendorId = newVendorId();
    const wrong = { ...keysFor(vendorId), accessKey: "somebody-elses" };
    await expect(connectWithKeys(person.ctx(), wrong)).rejects.toMatchObject({ reason: "keys_refused" });
    await expect(connectWithKeys(person.ctx(), keysFor("vendor"))).rejects.toMatchObject({
      reason: "bad_vendor_id",
    });
    const tomorrow = new Date(Date.now() + 2 * DAY * 1000).toISOString().slice(0, 10);
    await expect(
      connectWithKeys(person.ctx(), { ...keysFor(vendorId), issuedOn: tomorrow }),
    ).rejects.toMatchObject({ reason: "bad_issue_date" });
    expect(await db.$count(marketplaceAccounts, eq(marketplaceAccounts.vendorId, vendorId))).toBe(0);
  });

  it("end a session that relays codes for the same vendor, and hand its line on", async () => {
    const [seller, next] = [await givenSeller(), await givenSeller()];
    await seller.queue();
    await next.queue();
    await connectWithKeys(seller.person.ctx(), keysFor(seller.vendorId));
    expect(await seller.now()).toMatchObject({ status: "CANCELLED", endReason: "connected_with_keys" });
    expect(await next.now()).toMatchObject({ status: "LOCKED" });
  });

  it("are the check that a session at its last step waits for", async () => {
    const seller = await givenSeller();
    await seller.queue();
    await seller.toVerifying();
    await connectWithKeys(seller.person.ctx(), keysFor(seller.vendorId));
    expect(await seller.now()).toMatchObject({ status: "COMPLETED", smsCode: null, phoneNumber: null });
  });

  it("of another's account are refused", async () => {
    const [owner, other] = await given.two();
    const vendorId = newVendorId();
    await connectWithKeys(owner.ctx(), keysFor(vendorId));
    await expect(connectWithKeys(other.ctx(), keysFor(vendorId))).rejects.toMatchObject({
      reason: "vendor_connected",
    });
  });

  it("beat a stranger's running session, whose phone line is the next one's", async () => {
    const [stranger, next] = [await givenSeller(), await givenSeller()];
    await stranger.queue();
    await next.queue();
    const owner = await given.person();
    await connectWithKeys(owner.ctx(), keysFor(stranger.vendorId));
    expect(await stranger.now()).toMatchObject({ status: "FAILED", endReason: "proved_by_another" });
    expect(await next.now()).toMatchObject({ status: "LOCKED" });
    await expect(givenSeller(stranger.person, stranger.vendorId)).rejects.toMatchObject({
      ...{ reason: "vendor_connected", status: 409 },
    });
  });

  it("of two people at once connect one of them, and the other reads why not", async () => {
    const [one, other] = await given.two();
    const vendorId = newVendorId();
    const results = await Promise.allSettled(
      [one, other].map((person, index) => connectWithKeys(person.ctx(), keysFor(vendorId, `key${index}`))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "vendor_connected" },
    });
  });
});

describe("an account", () => {
  it("never changes hands: another connects it once its owner or an operator has let it go", async () => {
    const [owner, other] = await given.two();
    const vendorId = newVendorId();
    const { id } = await connectWithKeys(owner.ctx(), keysFor(vendorId));
    await expect(disconnectAccount(other.ctx(), { id })).rejects.toMatchObject({ status: 404 });
    await expect(releaseAccount(other.ctx(), { id })).rejects.toMatchObject({ status: 403 });
    await disconnectAccount(owner.ctx(), { id });
    expect(await myAccounts(owner.ctx(), {})).toEqual([]);
    const theirs = await connectWithKeys(other.ctx(), keysFor(vendorId, "key2"));
    expect(theirs.id).not.toBe(id);
    const admin = await given.person("ADMIN");
    expect(await releaseAccount(admin.ctx(), { id: theirs.id, reason: "proved by mail" })).toMatchObject({
      vendorId,
    });
    const [audit] = await db.select().from(auditLog).where(eq(auditLog.target, theirs.id));
    expect(audit).toMatchObject({ action: "integration.release-account", meta: { vendorId } });
    const mails = await db.select().from(transmissions).where(eq(transmissions.aggregateId, other.userId));
    expect(mails.map(({ payload }) => payload).join()).toContain("해제됐어요");
    expect(await connectWithKeys(owner.ctx(), keysFor(vendorId, "key3"))).toMatchObject({ vendorId });
  });

  it("stays its owner's in the database itself", async () => {
    const [owner, other] = await given.two();
    const { id } = await connectWithKeys(owner.ctx(), keysFor(newVendorId()));
    const taken = db
      .update(marketplaceAccounts)
      .set({ userId: other.userId })
      .where(eq(marketplaceAccounts.id, id));
    await expect(taken).rejects.toMatchObject({
      cause: { message: expect.stringContaining("stays its owner's") },
    });
  });
});

it("reminds 14 and 3 days before keys end and when they have, once each, and new keys connect in place", async () => {
  const person = await given.person();
  const vendorId = newVendorId();
  const first = await connectWithKeys(person.ctx(), keysFor(vendorId));
  const mails = async () => {
    await Promise.all([remindOfKeys(ctx), remindOfKeys(ctx)]);
    await remindOfKeys(ctx);
    const rows = await db.select().from(transmissions).where(eq(transmissions.aggregateId, person.userId));
    return rows.map(({ payload }) => JSON.parse(payload).subject.replace(/ \(.*/, ""));
  };
  await clock.move(165 * DAY);
  expect(await mails()).toEqual([]);
  await clock.move(2 * DAY);
  const at14 = "[선착] 쿠팡 연결 키가 14일 안에 만료돼요";
  expect(await mails()).toEqual([at14]);
  await clock.move(11 * DAY);
  const at3 = "[선착] 쿠팡 연결 키가 3일 안에 만료돼요";
  expect(await mails()).toEqual([at14, at3]);
  await clock.move(3 * DAY);
  expect(await mails()).toEqual([at14, at3, "[선착] 쿠팡 연결 키가 만료됐어요"]);
  const again = await connectWithKeys(person.ctx(), keysFor(vendorId, "key2"));
  expect(again).toMatchObject({ id: first.id, accessKeyMasked: "••••key2" });
  expect(await mails()).toHaveLength(3);
  await clock.move(167 * DAY);
  expect(await mails()).toHaveLength(4);
});

import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { integrationMessages } from "#db/schema/integration.ts";
import { auditLog } from "#db/schema/platform.ts";
import { env } from "../../platform/config/env.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { signWebhook } from "../../platform/http/webhook.ts";
import { createContext } from "../../platform/operation/context.ts";
import { clock } from "../../testing/clock.ts";
import { standsIn } from "../../testing/contains-code.ts";
import { given } from "../../testing/given.ts";
import { givenPhoneLines, givenSeller, sendEmail, sendSms } from "../../testing/integration.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { getOverview } from "../queries.ts";
import { getSession } from "./get-session.ts";
import { receiveSms } from "./receive-message.ts";

beforeEach(() => givenPhoneLines(2));
afterEach(expectEquationsHold);

async function givenLocked() {
  const seller = await givenSeller();
  await seller.queue();
  return seller;
}

const messages = () => db.select().from(integrationMessages).orderBy(integrationMessages.seq);

describe("an SMS", () => {
  it("is for the session that holds its line, and for no other", async () => {
    const [one, other] = [await givenLocked(), await givenLocked()];
    await one.sms("111111");
    await other.sms("222222");
    expect(await one.now()).toMatchObject({ status: "SMS_RECEIVED", smsCode: "111111" });
    expect(await other.now()).toMatchObject({ status: "SMS_RECEIVED", smsCode: "222222" });
  });

  it("that comes twice counts once, and a newer one replaces the code", async () => {
    const seller = await givenLocked();
    const messageId = crypto.randomUUID();
    const outcomes = await Promise.all([1, 2, 3].map(() => seller.sms("111111", { messageId })));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["duplicate", "duplicate", "taken"]);
    expect(await seller.sms("333333")).toEqual({ outcome: "taken" });
    expect(await seller.now()).toMatchObject({ status: "SMS_RECEIVED", smsCode: "333333" });
    expect(await messages()).toHaveLength(2);
  });

  it("of before the lock is the last holder's, not the next one's", async () => {
    await givenPhoneLines(1);
    const seller = await givenLocked();
    const { phoneNumber } = await seller.now();
    const before = await databaseNow(db);
    await clock.move(5);
    await seller.move("CANCELLED");
    const next = await givenLocked();
    expect((await next.now()).phoneNumber).toBe(phoneNumber);
    const late = { to: phoneNumber ?? "", text: "인증번호 111111", receivedAt: before };
    expect(await sendSms(late)).toEqual({ outcome: "unmatched" });
    expect(await next.now()).toMatchObject({ status: "LOCKED", smsCode: null });
  });

  it.each([
    (number: string) => number.replace("+82", "0"),
    (number: string) => number.replace(/^\+8210(\d{4})/, "010-$1-"),
    (number: string) => number.slice(1),
    (number: string) => number.replace("+8210", "+82 010 "),
    (number: string) => `tel:${number}`,
  ])("to the line's number as gateways write it is for its holder (%#)", async (write) => {
    const seller = await givenLocked();
    const { phoneNumber } = await seller.now();
    expect(await seller.sms("111111", { to: write(phoneNumber ?? "") })).toEqual({ outcome: "taken" });
  });

  it.each([
    [1, "taken"],
    [4999, "taken"],
    [5001, "unmatched"],
  ])("of %i ms before the lock is %s, since gateways count whole seconds", async (ms, outcome) => {
    const seller = await givenLocked();
    const { lockedAt } = await seller.now();
    const receivedAt = new Date(Date.parse(lockedAt ?? "") - ms);
    expect(await seller.sms("111111", { receivedAt })).toEqual({ outcome });
  });

  it("that may still be the last holder's is shown to no one, and the next one is told so", async () => {
    await givenPhoneLines(1);
    const [seller, next] = [await givenLocked(), await givenLocked()];
    await seller.move("CANCELLED");
    expect(await next.sms("111111")).toEqual({ outcome: "unmatched" });
    expect(await next.now()).toMatchObject({
      ...{ status: "LOCKED", smsCode: null, heldBack: { reason: "handover", text: null } },
    });
    for (const seconds of [40, 4e9]) {
      const receivedAt = new Date(Date.now() + seconds * 1000);
      expect(await next.sms("555555", { receivedAt })).toEqual({ outcome: "unmatched" });
    }
    const named = `[쿠팡] ${next.vendorId} 판매자 인증번호 222222`;
    expect(await next.sms("", { text: named })).toEqual({ outcome: "taken" });
    expect(await next.now()).toMatchObject({ smsCode: "222222", heldBack: null });
    const theirs = `[쿠팡] ${seller.vendorId} 판매자 인증번호 333333`;
    expect(await next.sms("", { text: theirs })).toEqual({ outcome: "unmatched" });
    await clock.move(31);
    expect(await next.sms("444444")).toEqual({ outcome: "taken" });
  });

  it.each(["010-1234-5678", "COUPANG", "+1 577 7011"])(
    "of the sender %s is shown to no seller",
    async (from) => {
      const seller = await givenLocked();
      expect(await seller.sms("111111", { from })).toEqual({ outcome: "unmatched" });
      expect(await seller.now()).toMatchObject({ status: "LOCKED", smsCode: null, heldBack: null });
      const admin = await given.person("ADMIN");
      const { unmatched } = await getOverview(admin.ctx(), {});
      expect(unmatched[0]).toMatchObject({ reason: "sender", text: "[쿠팡] 인증번호 ••••••", sender: from });
    },
  );

  it("of which it is not certain what the code is shows its text alone", async () => {
    const seller = await givenLocked();
    expect(await seller.sms("", { text: "인증번호 111111 또는 222222" })).toEqual({ outcome: "no_code" });
    expect(await seller.now()).toMatchObject({
      ...{ smsCode: null, heldBack: { reason: "no_code", text: "인증번호 •••••• 또는 ••••••" } },
    });
  });

  it("that comes once the session is past it does nothing", async () => {
    const seller = await givenLocked();
    await seller.toVerifying();
    expect(await seller.sms("999999")).toEqual({ outcome: "late" });
    expect(await seller.now()).toMatchObject({ status: "VERIFYING", smsCode: "111111" });
  });

  it.each([
    [
      "to a line without a holder",
      async (free: string) => ({ to: free, text: "인증번호 111111" }),
      "unmatched",
    ],
    [
      "to a number that is not ours",
      async () => ({ to: "+821099999999", text: "인증번호 111111" }),
      "unmatched",
    ],
    ["without a code", async (free: string) => ({ to: free, text: "광고입니다" }), "no_code"],
  ])("%s is kept, its digits masked, and changes nothing", async (_, make, outcome) => {
    const seller = await givenLocked();
    const [first, second] = await givenPhoneLinesOf();
    const held = (await seller.now()).phoneNumber;
    const free = (first === held ? second : first) ?? "";
    expect(await sendSms(await make(free))).toEqual({ outcome });
    const [kept] = await messages();
    expect(kept).toMatchObject({ outcome, reason: expect.any(String) });
    expect(kept?.textMasked).not.toMatch(/\d{4}/);
    expect(await seller.now()).toMatchObject({ status: "LOCKED" });
  });

  it.each([
    ["signed with another secret", async () => env.EMAIL_WEBHOOK_SECRET, new Date(), 401],
    ["of six minutes ago", async () => env.SMS_WEBHOOK_SECRET, new Date(Date.now() - 360_000), 401],
  ])("%s is refused", async (_, secret, at, status) => {
    const body = { messageId: "m", to: "+82", from: "a", text: "111111", receivedAt: at.toISOString() };
    const webhook = signWebhook(body, await secret(), crypto.randomUUID(), at);
    await expect(receiveSms(createContext(), webhook)).rejects.toMatchObject({ status });
  });

  it.each([{}, { messageId: "m" }, "text", { messageId: 1, to: "", from: "", text: "", receivedAt: "now" }])(
    "of %j is refused with what does not fit",
    async (body) => {
      const webhook = signWebhook(body, env.SMS_WEBHOOK_SECRET, crypto.randomUUID());
      await expect(receiveSms(createContext(), webhook)).rejects.toMatchObject({ status: 400 });
    },
  );
});

describe("an e-mail", () => {
  it("that comes early is kept until its turn", async () => {
    const seller = await givenLocked();
    expect(await seller.email("222222")).toEqual({ outcome: "kept" });
    expect(await seller.now()).toMatchObject({ status: "LOCKED" });
    await seller.sms("111111");
    expect(await seller.move("EMAIL_WAITING")).toMatchObject({
      ...{ status: "EMAIL_RECEIVED", smsCode: "111111", emailCode: "222222" },
    });
  });

  it.each([
    ["Coupang WING <No-Reply@mail.coupang.com>", "kept"],
    ["no-reply@coupang.com.evil.test", "unmatched"],
    ["no-reply@notcoupang.com", "unmatched"],
    ["a@coupang.com, b@evil.test", "unmatched"],
  ])("from %s is %s", async (from, outcome) => {
    const seller = await givenLocked();
    const { inbox } = await seller.now();
    const to = `Codes <${inbox?.toUpperCase()}>`;
    expect(await seller.email("222222", { from, to })).toEqual({ outcome });
  });

  it("is for the inbox of the line", async () => {
    const seller = await givenLocked();
    await seller.sms("111111");
    await seller.move("EMAIL_WAITING");
    expect(await sendEmail({ to: "somebody@else.test", text: "인증번호 222222" })).toEqual({
      outcome: "unmatched",
    });
    expect(await seller.email("222222")).toEqual({ outcome: "taken" });
    expect(await seller.now()).toMatchObject({ status: "EMAIL_RECEIVED", emailCode: "222222" });
  });
});

describe("a code", () => {
  it("is shown to its owner alone, is in no table while it counts, and in none after it", async () => {
    const seller = await givenLocked();
    await seller.sms("482913");
    await seller.move("EMAIL_WAITING");
    await seller.email("750264");
    const admin = await given.person("ADMIN");
    expect(await getSession(admin.ctx(), { id: seller.id })).toMatchObject({
      ...{ smsCode: "••••••", emailCode: "••••••" },
    });
    expect(await tablesWith("482913", "750264")).toEqual([]);
    expect(await tablesWith(seller.vendorId)).toContain("integration_sessions");
    await seller.move("CANCELLED");
    expect(await seller.now()).toMatchObject({ smsCode: null, emailCode: null });
    expect(await tablesWith("482913", "750264")).toEqual([]);
  });
});

const givenPhoneLinesOf = async () =>
  (await db.execute<{ phone_number: string }>("select phone_number from phone_lines order by id")).map(
    (row) => row.phone_number,
  );

/** The tables in which any of these codes stands, in any column. */
async function tablesWith(...codes: string[]): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await db.execute<{ row: string }>(`select t::text as row from "${name}" t`);
      return rows.some(({ row }) => codes.some((code) => standsIn(row, code))) ? [name] : [];
    }),
  );
  return found.flat();
}

it.each([
  ["sms", sendSms],
  ["email", sendEmail],
] as const)("an %s is recorded as the webhook that it is", async (channel, send) => {
  await send({ messageId: `recorded-${channel}`, to: "+821000000000", text: "인증번호 123456" });
  const audited = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.action, `integration.receive-${channel}`));
  expect(audited.length).toBeGreaterThan(0);
  for (const row of audited)
    expect(row).toMatchObject({ actorKind: "system", actorId: `integration.inbound-${channel}` });
});

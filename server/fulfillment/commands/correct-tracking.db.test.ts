import { and, eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { shippings } from "#db/schema/shipping.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { sendNotifications } from "#server/notifications/commands/send-notifications.ts";
import { Told } from "#server/notifications/contract.ts";
import { onlyRow } from "#server/platform/database/rows.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import type { ShippingState } from "#server/shipping/machine.ts";
import { reasonOf } from "#server/testing/accounts.ts";
import { given } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { givenParcel } from "#server/testing/paper.ts";
import { correctTracking } from "./correct-tracking.ts";

afterEach(expectEquationsHold);

const right = { carrier: "POST", trackingNumber: "6012-3456-78901" } as const;
const newsOf = (orderId: string) =>
  db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, orderId), eq(transmissions.type, "shippings.updated")));

it("corrects carrier and number, keeps since when the parcel is in its state, and tells the buyer once", async () => {
  const { id, orderId, seller, buyer } = await givenParcel("in_transit");
  const rowOf = async () => onlyRow(await db.select().from(shippings).where(eq(shippings.id, id)));
  const { updatedAt } = await rowOf();
  const corrected = await correctTracking(seller.ctx(), { id, ...right });
  expect(corrected).toMatchObject({ ...right, was: { carrier: "CJ", trackingNumber: "1234-5678" } });
  expect(await rowOf()).toMatchObject({ ...right, state: "in_transit", updatedAt });
  await correctTracking(seller.ctx(), { id, ...right });
  const news = onlyRow(await newsOf(orderId));
  const event = Told.parse({ name: news.type, data: JSON.parse(news.payload) });
  const tell = () => sendNotifications(systemContext("test"), { eventId: news.id, event });
  expect([await tell(), await tell()]).toEqual([{ sent: 1 }, { sent: 0 }]);
  const mails = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, buyer.userId), eq(transmissions.destination, "email")));
  const texts = mails.map(({ payload }) => String(JSON.parse(payload).text));
  const [mail = ""] = texts.filter((text) => text.includes("바로잡았어요"));
  expect(mail).toContain("\n택배사: 우체국택배\n송장 번호: 6012-3456-78901\n");
  expect(mail).toContain("\nCarrier: Korea Post\n");
  expect(mail).toContain(
    "https://service.epost.go.kr/trace.RetrieveDomRigiTraceList.comm?sid1=6012345678901\n",
  );
  const records = await db.select().from(auditLog).where(eq(auditLog.target, id));
  expect(records.filter(({ action }) => action === "fulfillment.correct-tracking")[0]).toMatchObject({
    actorId: seller.userId,
    meta: { ...right, was: { trackingNumber: "1234-5678" } },
  });
});

it("has nothing to correct before the parcel left, and after its way ended", async () => {
  for (const state of ["pending", "preparing", "delivered", "refunded"] as const satisfies ShippingState[]) {
    const { id, seller } = await givenParcel(state);
    expect(await reasonOf(correctTracking(seller.ctx(), { id, ...right }))).toBe("tracking_fixed");
  }
});

it("is for the seller of the event and for operators", async () => {
  const { id, buyer } = await givenParcel("shipped");
  const [other, admin] = [await given.person("SELLER"), await given.person("ADMIN")];
  expect(await reasonOf(correctTracking(other.ctx(), { id, ...right }))).toBe("not_found");
  expect(await reasonOf(correctTracking(buyer.ctx(), { id, ...right }))).toBe("forbidden");
  expect(await correctTracking(admin.ctx(), { id, ...right })).toMatchObject(right);
  const wrong = { id, carrier: "POST", trackingNumber: "6012 3456" } as const;
  expect(await reasonOf(correctTracking(admin.ctx(), wrong))).toBe("invalid_argument");
});

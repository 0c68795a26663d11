import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { correctTracking } from "#server/fulfillment/commands/correct-tracking.ts";
import { moveShipping } from "#server/fulfillment/commands/move-shipping.ts";
import { readAddresses } from "#server/fulfillment/commands/read-addresses.ts";
import { createApp } from "#server/http/app.ts";
import type { ShippingState } from "#server/shipping/machine.ts";
import { reasonOf } from "#server/testing/accounts.ts";
import { type Client, clients } from "#server/testing/clients.ts";
import { clock } from "#server/testing/clock.ts";
import { given, givenAddress } from "#server/testing/given.ts";
import { givenParcel, moveParcel } from "#server/testing/paper.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import { find } from "./find.ts";
import { getShippingReport } from "./shipping.ts";
import { countShippings, listShippings } from "./shippings.ts";

const DAY_SECONDS = 86_400;

/** A seller with a parcel in each of these states, in this order. */
async function givenDesk(...states: readonly ShippingState[]) {
  const seller = await given.person("SELLER");
  const parcels: Awaited<ReturnType<typeof givenParcel>>[] = [];
  for (const state of states) parcels.push(await givenParcel(state, seller));
  const listed = async (filter: object = {}) =>
    (await listShippings(seller.ctx(), filter)).items.map(({ id }) =>
      parcels.findIndex((each) => each.id === id),
    );
  return { seller, parcels, listed };
}

describe("the list of parcels", () => {
  it("has those that are open, the oldest first, by state, carrier, event session and age", async () => {
    const { seller, parcels, listed } = await givenDesk(
      "pending",
      "preparing",
      "shipped",
      "lost",
      "delivered",
    );
    expect(await listed()).toEqual([0, 1, 2, 3]);
    expect(await listed({ state: "unsent" })).toEqual([0, 1]);
    expect(await listed({ state: "under_way" })).toEqual([2]);
    expect(await listed({ state: "in_trouble" })).toEqual([3]);
    expect(await listed({ state: "delivered" })).toEqual([4]);
    expect(await listed({ sort: "-updatedAt" })).toEqual([3, 2, 1, 0]);
    expect(await listed({ carrier: "CJ" })).toEqual([2, 3]);
    expect(await listed({ carrier: "POST" })).toEqual([]);
    expect(await listed({ session: parcels[1]?.sale.id })).toEqual([1]);
    expect(await listed({ days: 3 })).toEqual([]);
    await clock.move(4 * DAY_SECONDS);
    await moveShipping(seller.ctx(), { id: parcels[0]?.id ?? "shipping_", to: "preparing" });
    expect(await listed({ days: 3, state: "unsent" })).toEqual([1]);
  });

  it("is found by order number, ids and tracking number, whatever its state", async () => {
    const { seller, parcels, listed } = await givenDesk("shipped", "delivered");
    const [shipped, delivered] = parcels;
    const id = shipped?.id ?? "shipping_";
    await correctTracking(seller.ctx(), { id, carrier: "POST", trackingNumber: "AB-77-0001" });
    for (const search of ["ab770001", "AB-77-0001", id, shipped?.orderId])
      expect(await listed({ search })).toEqual([0]);
    expect(await listed({ search: shortCodeOf(delivered?.orderId ?? "") })).toEqual([1]);
    expect(await listed({ search: "홍길동" })).toEqual([]);
    const admin = await given.person("ADMIN");
    expect(await find(admin.ctx(), { text: "ab-770001" })).toMatchObject([{ kind: "shipping", id }]);
  });

  it("is a seller's own, and an operator's all", async () => {
    const [mine, other] = [await givenDesk("pending"), await givenDesk("pending")];
    const seen = (filter: object) => mine.listed(filter);
    expect(await seen({ search: other.parcels[0]?.orderId })).toEqual([]);
    expect(await seen({ session: other.parcels[0]?.sale.id })).toEqual([]);
    const admin = await given.person("ADMIN");
    const { items } = await listShippings(admin.ctx(), { search: other.parcels[0]?.id });
    expect(items).toHaveLength(1);
    expect(await reasonOf(listShippings((await given.person()).ctx(), {}))).toBe("forbidden");
  });

  it("counts what waits, and what may come too late for its event session", async () => {
    const { seller, listed } = await givenDesk("pending", "preparing", "lost", "shipped");
    // Paper is sold three hundred hours before these event sessions.
    expect(await countShippings(seller.ctx(), {})).toEqual({ unsent: 2, urgent: 0, inTrouble: 1 });
    expect(await listed({ due: "soon" })).toEqual([]);
    await clock.move(9 * DAY_SECONDS);
    expect(await countShippings(seller.ctx(), {})).toEqual({ unsent: 2, urgent: 2, inTrouble: 1 });
    expect(await listed({ due: "soon" })).toEqual([0, 1]);
  });
});

describe("a parcel's report", () => {
  it("has order, payment, contents, money and every step, correction and look, but no address", async () => {
    const parcel = await givenParcel("in_transit");
    const { id, seller } = parcel;
    await correctTracking(seller.ctx(), { id, carrier: "POST", trackingNumber: "6012345678901" });
    await readAddresses(seller.ctx(), { ids: [id], purpose: "look" });
    await moveShipping(seller.ctx(), { id, to: "returned", reason: "수취인 부재" });
    const report = await getShippingReport(seller.ctx(), { id });
    expect(report).toMatchObject({
      ...{ status: "returned", orderStatus: "shipped", payment: "completed", amount: 103_000 },
      ...{ returnable: { tickets: 100_000, fee: 3000 }, refunds: [], trackingNumber: "6012345678901" },
      tickets: [{ number: 1, status: "VALID", seat: null }, { number: 2 }],
    });
    expect(report.timeline.map(({ kind, what, detail, by }) => [kind, what, detail, by])).toEqual([
      ["step", "pending", "paid", "system"],
      ["step", "preparing", "for the test", "staff"],
      ["step", "shipped", "for the test", "staff"],
      ["step", "in_transit", "for the test", "staff"],
      ["correction", "POST 6012345678901", null, "staff"],
      ["look", "look", null, "staff"],
      ["step", "returned", "수취인 부재", "staff"],
    ]);
    expect(JSON.stringify(report)).not.toContain("세종대로");
    await moveParcel(parcel, "refunded");
    expect(await getShippingReport(seller.ctx(), { id })).toMatchObject({
      ...{ orderStatus: "cancelled", returnable: { tickets: 0, fee: 3000 } },
      refunds: [{ amount: 100_000, shippingFee: 0, reason: "parcel_returned" }],
    });
  });

  it("is for those who run the event", async () => {
    const { id, buyer } = await givenParcel();
    const [other, admin] = [await given.person("SELLER"), await given.person("ADMIN")];
    expect(await reasonOf(getShippingReport(other.ctx(), { id }))).toBe("not_found");
    expect(await reasonOf(getShippingReport(buyer.ctx(), { id }))).toBe("forbidden");
    expect(await getShippingReport(admin.ctx(), { id })).toMatchObject({ id });
  });
});

describe("the file of addresses", () => {
  const app = createApp();
  const download = async ({ authorization }: Client, query = "") => {
    const response = await app.request(`/api/exports/shipping-addresses${query}`, {
      headers: { authorization },
    });
    return (await response.text()).trimEnd().split("\r\n");
  };

  it("has where the parcels go that wait to be sent, with no formula in it, and is recorded", async () => {
    const [[seller], [other]] = [await clients(1, "SELLER"), await clients(1, "SELLER")];
    const sale = await given.saleOpen({ by: seller as Client, paper: true, startsInHours: 300 });
    const buyer = await given.person();
    const { orderId } = await given.paidOrder(buyer, sale.id, 2, { ...givenAddress, recipient: "=1+1 길동" });
    const [head, line, ...more] = await download(seller as Client, "?lang=ko");
    expect(head).toBe("주문번호,받는 분,전화번호,우편번호,주소,매수,좌석,배송 상태,공연,공연 일시");
    expect(more).toEqual([]);
    expect(line).toContain(`${shortCodeOf(orderId)},'=1+1 길동,010-0000-0001,04524,`);
    expect(line).toContain(",2,,발송 대기,");
    expect(await download(other as Client)).toHaveLength(1);
    const records = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, "reports.export"), eq(auditLog.actorId, seller?.userId ?? "")));
    expect(records).toMatchObject([{ target: "shipping-addresses", meta: {} }]);
  });

  it("has the seats of an order, and nothing of what has left unless it is asked for", async () => {
    const [seller] = await clients(1, "SELLER");
    const hall = { by: seller as Client, paper: true, startsInHours: 300 };
    const { id, ids } = await given.seatsOpen([1000, 2000], hall);
    await given.paidOrder(await given.person(), id, ids, givenAddress);
    const parcel = await givenParcel("shipped", seller as Client);
    const [, line, ...more] = await download(seller as Client);
    expect(line).toContain(',2,"A 1, A 2",pending,');
    expect(more).toEqual([]);
    expect((await download(seller as Client, "?state=shipped"))[1]).toContain(shortCodeOf(parcel.orderId));
  });
});

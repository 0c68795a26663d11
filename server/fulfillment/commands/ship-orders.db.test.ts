import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { shippings } from "#db/schema/shipping.ts";
import { cancelOrder } from "#server/checkout/commands/cancel-order.ts";
import { createApp } from "#server/http/app.ts";
import { onlyRow } from "#server/platform/database/rows.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { newId } from "#server/platform/values/ids.ts";
import { reasonOf } from "#server/testing/accounts.ts";
import { clients } from "#server/testing/clients.ts";
import { given, givenAddress, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { givenParcel, parcelNow } from "#server/testing/paper.ts";
import { shipOrders } from "./ship-orders.ts";

afterEach(expectEquationsHold);

const bytesOf = (...lines: readonly string[]) =>
  new TextEncoder().encode(["order,carrier,tracking", ...lines].join("\r\n"));
const trackingOf = async (id: `shipping_${string}`) =>
  onlyRow(await db.select().from(shippings).where(eq(shippings.id, id)));

describe("a file of tracking numbers", () => {
  it("ships each of its orders, by number or id, with carriers by code or name", async () => {
    const seller = await given.person("SELLER");
    const [one, other] = [await givenParcel("preparing", seller), await givenParcel("preparing", seller)];
    const file = bytesOf(
      `${shortCodeOf(one.orderId)},cj 대한통운,5551-0001`,
      `${other.orderId},Korea Post,6012345678901`,
    );
    const { results, mistakes } = await shipOrders(seller.ctx(), { bytes: file });
    expect(mistakes).toEqual([]);
    expect(results).toMatchObject([
      { line: 2, id: one.id, orderNumber: shortCodeOf(one.orderId), outcome: "moved" },
      { line: 3, id: other.id, outcome: "moved" },
    ]);
    expect(await trackingOf(one.id)).toMatchObject({ carrier: "CJ", trackingNumber: "5551-0001" });
    expect(await trackingOf(other.id)).toMatchObject({ carrier: "POST", state: "shipped" });
    expect(await parcelNow(one.id)).toMatchObject({ order: "shipped" });
    // Sent again it does nothing twice.
    const again = await shipOrders(seller.ctx(), { bytes: file });
    expect(again.results.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
  });

  it("ships nothing where one line is wrong, and tells every mistake by line and column", async () => {
    const seller = await given.person("SELLER");
    const state = (of: Parameters<typeof givenParcel>[0]) => givenParcel(of, seller);
    const [good, twice, pending, shipped, cancelled, foreign] = [
      await state("preparing"),
      await state("preparing"),
      await state("pending"),
      await state("shipped"),
      await state("preparing"),
      await givenParcel("preparing"),
    ];
    await cancelOrder(cancelled.buyer.ctx(newKey()), { id: cancelled.orderId });
    const mobile = await given.paidOrder(await given.person(), (await given.saleOpen({ by: seller })).id);
    const unpaidSale = await given.saleOpen({ by: seller, paper: true });
    const unpaid = await given.checkout(await given.person(), unpaidSale.id, 1, givenAddress);
    const { mistakes, mistakeCount, results } = await shipOrders(seller.ctx(), {
      bytes: bytesOf(
        `${good.orderId},CJ,700001`,
        `${newId("order")},CJ,700002`,
        `${foreign.orderId},CJ,700003`,
        `${cancelled.orderId},CJ,700004`,
        `${twice.orderId},CJ,700005`,
        `${shortCodeOf(twice.orderId)},CJ,700006`,
        `${pending.orderId},CJ,700007`,
        `${shipped.orderId},CJ,700008`,
        `${mobile.orderId},CJ,700009`,
        `${unpaid.orderId},CJ,700010`,
        `,Pigeon,70 00`,
      ),
    });
    expect(results).toEqual([]);
    expect(mistakes.map(({ line, column, code, found }) => [line, column, code, found])).toEqual([
      [3, "order", "order_unknown", expect.any(String)],
      [4, "order", "order_unknown", foreign.orderId],
      [5, "order", "order_cancelled", cancelled.orderId],
      [7, "order", "order_twice", shortCodeOf(twice.orderId)],
      [8, "order", "state_wrong", "pending"],
      [9, "order", "state_wrong", "shipped"],
      [10, "order", "order_mobile", mobile.orderId],
      [11, "order", "order_unpaid", unpaid.orderId],
      [12, "order", "cell_empty", ""],
      [12, "carrier", "carrier_unknown", "Pigeon"],
      [12, "tracking", "tracking_wrong", "70 00"],
    ]);
    expect(mistakeCount).toBe(11);
    expect(await parcelNow(good.id)).toMatchObject({ shipping: "preparing", order: "confirmed" });
    expect(await parcelNow(foreign.id)).toMatchObject({ shipping: "preparing" });
  });

  it("gives one tracking number to one parcel", async () => {
    const seller = await given.person("SELLER");
    const [one, other, away] = [
      await givenParcel("preparing", seller),
      await givenParcel("preparing", seller),
      await givenParcel("preparing", seller),
    ];
    await shipOrders(seller.ctx(), { bytes: bytesOf(`${away.orderId},CJ,8800-01`) });
    const { mistakes } = await shipOrders(seller.ctx(), {
      bytes: bytesOf(`${one.orderId},CJ,880001`, `${other.orderId},CJ,88-0001`),
    });
    expect(mistakes).toMatchObject([
      { line: 2, column: "tracking", code: "tracking_taken" },
      { line: 3, column: "tracking", code: "tracking_twice" },
    ]);
    // Another carrier has numbers of its own.
    const { results } = await shipOrders(seller.ctx(), { bytes: bytesOf(`${one.orderId},POST,880001`) });
    expect(results).toMatchObject([{ outcome: "moved" }]);
  });

  it("ships an order once where two files with other numbers come at the same time", async () => {
    const { orderId, id, seller } = await givenParcel("preparing");
    const ship = async (number: string) => {
      const bytes = bytesOf(`${orderId},CJ,${number}`);
      return { number, ...(await shipOrders(seller.ctx(), { bytes })) };
    };
    const ended = await Promise.all([ship("660001"), ship("660002")]);
    const moved = ended.filter(({ results }) => results[0]?.outcome === "moved");
    expect(moved).toHaveLength(1);
    // The other one was compared before or after the first one shipped it.
    const [other] = ended.filter((each) => each !== moved[0]);
    const why = other?.results[0]?.reason ?? other?.mistakes[0]?.code;
    expect(["illegal_transition", "state_wrong"]).toContain(why);
    expect(await trackingOf(id)).toMatchObject({ state: "shipped", trackingNumber: moved[0]?.number });
  });

  it("is for sellers and operators", async () => {
    const { orderId, buyer, id } = await givenParcel("preparing");
    const bytes = bytesOf(`${orderId},CJ,990001`);
    expect(await reasonOf(shipOrders(buyer.ctx(), { bytes }))).toBe("forbidden");
    expect(await parcelNow(id)).toMatchObject({ shipping: "preparing" });
    const admin = await given.person("ADMIN");
    expect((await shipOrders(admin.ctx(), { bytes })).results).toMatchObject([{ outcome: "moved" }]);
  });
});

describe("the call that takes a file", () => {
  const app = createApp();
  const send = async (body: Uint8Array, type = "text/csv") => {
    const [client] = await clients(1, "ADMIN");
    const response = await app.request("/api/admin/shippings/tracking", {
      method: "POST",
      headers: { authorization: client?.authorization ?? "", "content-type": type },
      body: new Uint8Array(body),
    });
    return { status: response.status, body: await response.json() };
  };

  it("answers how each order ended", async () => {
    const { orderId } = await givenParcel("preparing");
    // As Excel writes it: in UTF-16 with a byte order mark, and tabs.
    const text = `\ufeffOrder\tCarrier\tTracking\r\n${shortCodeOf(orderId)}\t한진\t4440001\r\n`;
    const { status, body } = await send(Buffer.from(text, "utf16le"), "application/vnd.ms-excel");
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { results: [{ outcome: "moved", line: 2 }] },
    });
  });

  it("answers every mistake with the refusal", async () => {
    const { status, body } = await send(bytesOf("7P8R-9S0T,CJ,1234", "7P8R-9S0T,CJ,=1+1"));
    expect(status).toBe(422);
    expect(body).toMatchObject({
      ...{
        reason: "tracking_mistakes",
        params: { count: 3, line: 2, column: "order", code: "order_unknown" },
      },
      mistakes: [{ line: 2 }, { line: 3, code: "order_unknown" }, { line: 3, code: "tracking_wrong" }],
    });
  });

  it("takes CSV alone, and no more lines than it can ship", async () => {
    expect(await send(bytesOf(), "application/json")).toMatchObject({ status: 415 });
    expect((await send(bytesOf())).body).toMatchObject({ mistakes: [{ code: "no_orders" }] });
    const many = bytesOf(...Array.from({ length: 1001 }, (_, index) => `7P8R-9S0T,CJ,${index}`));
    expect((await send(many)).body).toMatchObject({ mistakes: [{ code: "too_many_rows", line: 1002 }] });
    expect((await send(new Uint8Array(600 * 1024))).status).toBe(413);
  });
});

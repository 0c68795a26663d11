import { describe, expect, it } from "vitest";
import { updateEvent } from "../catalog/commands/update-event.ts";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import { getEventSession } from "../catalog/queries.ts";
import { releaseHold } from "../holds/commands/release-hold.ts";
import type { HoldId } from "../holds/contract.ts";
import { createContext } from "../platform/operation/context.ts";
import { AppError } from "../platform/operation/errors.ts";
import { clock } from "../testing/clock.ts";
import { given, newKey, type Person } from "../testing/given.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { checkOut } from "./commands/check-out.ts";
import { getPurchase, purchasesUnderWay } from "./queries.ts";

const refusalOf = async (buyer: Person, holdId: HoldId) => {
  const refused = await checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" }).catch((error) => error);
  if (!(refused instanceof AppError)) throw new Error("was not refused");
  return { reason: refused.reason, ending: refused.params.ending, detail: refused.message };
};
const standingOf = async (buyer: Person, holdId: HoldId) =>
  (await getPurchase(buyer.ctx(), { holdId })).standing;

describe("a hold that is over", () => {
  it("is paid for, and says so to a second tab that would pay again", async () => {
    const [buyer, { id }] = [await given.person(), await given.saleOpen()];
    const { holdId, orderId } = await given.paidOrder(buyer, id);
    expect(await getPurchase(buyer.ctx(), { holdId })).toMatchObject({ standing: "paid", orderId });
    const refusal = await refusalOf(buyer, holdId);
    expect(refusal).toMatchObject({ reason: "hold_ended", ending: "paid" });
    expect(refusal.detail).not.toContain("back on sale");
    await cancelOrder(buyer.ctx(newKey()), { id: orderId });
    expect(await refusalOf(buyer, holdId)).toMatchObject({ ending: "cancelled" });
  });

  it("was given back, ran out, or was declined: each is told by its own word", async () => {
    const [buyer, { id }] = [await given.person(), await given.saleOpen({ stock: 20 })];
    const returned = await given.hold(buyer, id);
    await releaseHold(buyer.ctx(), { holdId: returned.holdId });
    expect(await refusalOf(buyer, returned.holdId)).toMatchObject({ ending: "returned" });
    const declined = await given.checkout(buyer, id);
    await given.callback(declined.pgPaymentId, "FAIL");
    expect(await refusalOf(buyer, declined.holdId)).toMatchObject({ ending: "payment_failed" });
    const expired = await given.hold(buyer, id);
    await clock.move(121);
    expect(await refusalOf(buyer, expired.holdId)).toMatchObject({ ending: "expired" });
    const details = await Promise.all(
      [returned, declined, expired].map(async ({ holdId }) => (await refusalOf(buyer, holdId)).detail),
    );
    expect(new Set(details).size).toBe(3);
  });

  it("cannot be had again once the sale is over, and may be while it is paused", async () => {
    const [buyer, admin] = [await given.person(), await given.person("ADMIN")];
    const { id } = await given.saleOpen();
    const { holdId } = await given.hold(buyer, id);
    await releaseHold(buyer.ctx(), { holdId });
    await updateEventSession(admin.ctx(), { id, status: "CLOSED" });
    expect(await standingOf(buyer, holdId)).toBe("returned");
    await clock.move(73 * 3600);
    expect(await standingOf(buyer, holdId)).toBe("sale_ended");
  });
});

describe("what a buyer has under way", () => {
  it("is every live hold of the caller's, from the hold to the payment, and no one else's", async () => {
    const [buyer, other] = await given.two();
    const [one, two] = [await given.saleOpen(), await given.saleOpen()];
    const underWay = () => purchasesUnderWay(buyer.ctx(), {});
    await given.hold(other, one.id);
    expect(await underWay()).toEqual([]);
    const { holdId } = await given.hold(buyer, one.id, 2);
    expect(await underWay()).toMatchObject([{ holdId, standing: "held", quantity: 2, amount: 100_000 }]);
    const { orderId } = await given.checkout(buyer, two.id);
    expect((await underWay()).map(({ standing }) => standing).sort()).toEqual(["held", "paying"]);
    await clock.move(121);
    expect(await underWay()).toMatchObject([{ orderId, standing: "paying" }]);
  });
});

describe("what changes between hold and payment", () => {
  it.each(["hold", "checkout"] as const)("is shown to who has gone to the %s", async (step) => {
    const [buyer, admin] = [await given.person(), await given.person("ADMIN")];
    const sale = await given.saleOpen();
    const { holdId } = await given[step](buyer, sale.id);
    const { eventId, changes } = await getPurchase(buyer.ctx(), { holdId });
    expect(changes).toEqual([]);
    const startsAt = new Date(Date.parse(sale.startsAt) + 86_400_000).toISOString();
    await updateEvent(admin.ctx(), { eventId, title: "다른 공연", venue: "부산" });
    await updateEventSession(admin.ctx(), { id: sale.id, startsAt });
    const purchase = await getPurchase(buyer.ctx(), { holdId });
    expect(purchase).toMatchObject({
      ...{ eventTitle: "다른 공연", venue: "부산", startsAt, price: 50_000 },
      cancelDeadlineAt: (await getEventSession(createContext(), { eventSessionId: sale.id }))
        .cancelDeadlineAt,
    });
    expect(purchase.changes).toEqual([
      { field: "title", from: "첫눈 콘서트", to: "다른 공연" },
      { field: "venue", from: "서울", to: "부산" },
      { field: "startsAt", from: sale.startsAt, to: startsAt },
    ]);
    expect(await purchasesUnderWay(buyer.ctx(), {})).toMatchObject([{ changes: purchase.changes }]);
  });
});

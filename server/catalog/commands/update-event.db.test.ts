import { afterEach, describe, expect, it } from "vitest";
import { cancelOrder } from "#server/checkout/commands/cancel-order.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import { createContext } from "../../platform/operation/context.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import type { EventSessionId } from "../contract.ts";
import { getEvent, getEventSession } from "../queries.ts";
import { updateEvent } from "./update-event.ts";

afterEach(expectEquationsHold);

describe("an event that is to be a draft again", () => {
  const takers: Record<string, (buyer: Person, id: EventSessionId) => Promise<unknown>> = {
    "is held": (buyer, id) => given.hold(buyer, id),
    "is being paid for": (buyer, id) => given.checkout(buyer, id),
    "is sold": (buyer, id) => given.paidOrder(buyer, id),
    "was sold and given back": async (buyer, id) => {
      const { orderId } = await given.paidOrder(buyer, id);
      await cancelOrder(buyer.ctx(newKey()), { id: orderId });
    },
  };
  describe.each(["SELLER", "ADMIN"] as const)("by a %s", (role) => {
    it.each(Object.entries(takers))("is refused while it %s: it is archived instead", async (_, take) => {
      const manager = await given.person(role);
      const { id } = await given.saleOpen({ by: manager });
      const { event } = await getEventSession(createContext(), { eventSessionId: id });
      await take(await given.person(), id);
      const [change, refusal] = [{ eventId: event.id }, { reason: "tickets_taken", status: 409 }];
      await expect(updateEvent(manager.ctx(), { ...change, status: "DRAFT" })).rejects.toMatchObject(refusal);
      expect(await getEvent(createContext(), change)).toMatchObject({ status: "PUBLISHED" });
      await updateEvent(manager.ctx(), { ...change, status: "ARCHIVED" });
      await expect(updateEvent(manager.ctx(), { ...change, status: "DRAFT" })).rejects.toMatchObject(refusal);
      expect(await getEvent(createContext(), change)).toMatchObject({ status: "ARCHIVED" });
    });
  });

  it("may be one without orders, though tickets were held", async () => {
    const seller = await given.person("SELLER");
    const { id } = await given.saleOpen({ by: seller });
    const { event } = await getEventSession(createContext(), { eventSessionId: id });
    const buyer = await given.person();
    const { holdId } = await given.hold(buyer, id);
    await releaseHold(buyer.ctx(), { holdId });
    expect(await updateEvent(seller.ctx(), { eventId: event.id, status: "DRAFT" })).toMatchObject({
      status: "DRAFT",
    });
  });
});

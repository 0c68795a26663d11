import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { payments } from "#db/schema/payments.ts";
import { askProvider } from "../checkout/commands/ask-provider.ts";
import { refundOrder } from "../checkout/commands/refund-order.ts";
import { createApp } from "../http/app.ts";
import { sendOrderMail } from "../notifications/commands/send-order-mail.ts";
import { addNote } from "../orders/commands/add-note.ts";
import type { OrderId } from "../orders/contract.ts";
import type { Role } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { reasonOf } from "../testing/accounts.ts";
import { clients } from "../testing/clients.ts";
import { given, newKey, type Person } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { getOrderReport } from "./order.ts";
import { listUnknownPayments } from "./payments.ts";

let admin: Person;
let buyer: Person;
beforeAll(async () => {
  [admin, buyer] = await Promise.all([given.person("ADMIN"), given.person()]);
});

const paid = async (quantity = 1) => {
  const { id } = await given.saleOpen();
  return given.paidOrder(await given.person(), id, quantity);
};
const reportOf = (id: OrderId) => getOrderReport(admin.ctx(), { id });

describe("an order's report", () => {
  it("has its steps, what was recorded and what was sent, in the order of time", async () => {
    const { orderId, holdId, paymentId } = await paid(2);
    const report = await reportOf(orderId);
    expect(report).toMatchObject({ id: orderId, holdId, status: "confirmed", quantity: 2 });
    expect(report.payment).toMatchObject({ id: paymentId, status: "completed", unknownSince: null });
    expect(report.tickets.map(({ status }) => status)).toEqual(["VALID", "VALID"]);
    const moments = report.timeline.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort());
    const steps = report.timeline.filter(({ kind }) => kind === "step");
    for (const [subject, last] of [
      ["order", "confirmed"],
      ["payment", "completed"],
      ["hold", "CONFIRMED"],
    ])
      expect(steps.filter((step) => step.subject === subject).at(-1)?.what).toBe(last);
    const sent = report.timeline.filter(({ kind }) => kind === "transmission");
    expect(sent.map(({ what }) => what)).toContain("OrderCompleted");
    expect(report.timeline.filter(({ kind }) => kind === "queue")).toMatchObject([{ what: "1", id: holdId }]);
    expect(report.timeline.some(({ kind, what }) => kind === "audit" && what === "checkout.check-out")).toBe(
      true,
    );
  });

  it("says nothing of another order of the same buyer", async () => {
    const { id } = await given.saleOpen();
    const first = await given.paidOrder(buyer, id);
    const second = await given.paidOrder(buyer, id);
    const { timeline } = await reportOf(first.orderId);
    expect(JSON.stringify(timeline)).not.toContain(second.orderId);
  });

  it("is not found where there is no such order", async () => {
    expect(await reasonOf(reportOf(newId("order")))).toBe("not_found");
  });
});

describe("an operator", () => {
  it("refunds an order with a reason, once", async () => {
    const { orderId } = await paid(2);
    const key = newKey();
    const refund = () => refundOrder(admin.ctx(key), { id: orderId, note: "공연장 사정" });
    expect(await refund()).toEqual(await refund());
    const report = await reportOf(orderId);
    expect(report).toMatchObject({ status: "cancelled", endReason: "cancelled_by_admin" });
    expect(report.refunds).toMatchObject([{ state: "asked", amount: 100_000 }]);
    expect(report.tickets.map(({ status }) => status)).toEqual(["VOID", "VOID"]);
    const noted = report.timeline.filter(({ what }) => what === "checkout.refund-order");
    expect(noted).toMatchObject([{ detail: "공연장 사정", actorId: admin.userId }]);
    await expectEquationsHold();
  });

  it("refunds no order without a reason, and none that was not paid", async () => {
    const { orderId } = await paid();
    expect(await reasonOf(refundOrder(admin.ctx(newKey()), { id: orderId, note: " " }))).toBe(
      "invalid_argument",
    );
    const { id } = await given.saleOpen();
    const unpaid = await given.checkout(await given.person(), id);
    expect(await reasonOf(refundOrder(admin.ctx(newKey()), { id: unpaid.orderId, note: "x" }))).toBe(
      "illegal_transition",
    );
  });

  it("leaves a note that the timeline shows", async () => {
    const { orderId } = await paid();
    await addNote(admin.ctx(), { id: orderId, note: "전화로 안내함" });
    const notes = (await reportOf(orderId)).timeline.filter(({ kind }) => kind === "note");
    expect(notes).toMatchObject([{ detail: "전화로 안내함", actorId: admin.userId }]);
    expect(await reasonOf(addNote(admin.ctx(), { id: newId("order"), note: "x" }))).toBe("not_found");
  });

  it("sends the e-mail of an order's state again, however many went before", async () => {
    const { orderId } = await paid();
    const mails = async () =>
      (await reportOf(orderId)).timeline.filter(
        ({ kind, subject }) => kind === "transmission" && subject === "email",
      );
    const before = (await mails()).length;
    for (let times = 0; times < 25; times++) await sendOrderMail(admin.ctx(), { id: orderId });
    expect(await mails()).toHaveLength(before + 25);
  });

  it("asks the provider of a payment that is not known, and reads the answer", async () => {
    const { id } = await given.saleOpen();
    const { paymentId, orderId } = await given.checkout(await given.person(), id);
    expect(await askProvider(admin.ctx(), { paymentId })).toEqual({ asked: false });
    await db.update(payments).set({ unknownSince: new Date() }).where(eq(payments.id, paymentId));
    const { items } = await listUnknownPayments(admin.ctx(), {});
    expect(items.map((item) => item.orderId)).toContain(orderId);
    expect(await askProvider(admin.ctx(), { paymentId })).toEqual({ asked: true });
    expect((await reportOf(orderId)).payment?.unknownSince).toBeNull();
  });
});

const app = createApp();

it.each([
  ["checkout.refund", { note: "x" }],
  ["orders.addNote", { note: "x" }],
  ["notifications.sendOrderMail", {}],
  ["checkout.askProvider", undefined],
])("%s is for administrators alone", async (name, more) => {
  const { orderId, paymentId } = await paid();
  const input = more ? { id: orderId, ...more } : { paymentId };
  const call = async (role: Role | undefined) => {
    const [client] = role ? await clients(1, role) : [];
    const response = await app.request(`/api/trpc/${name}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": newKey(),
        ...(client && { authorization: client.authorization }),
      },
      body: JSON.stringify(input),
    });
    return response.status;
  };
  expect([await call(undefined), await call("USER"), await call("SELLER")]).toEqual([401, 403, 403]);
  expect((await reportOf(orderId)).status).toBe("confirmed");
  expect(await call("ADMIN")).toBe(200);
});

import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import { tossGateway } from "#server/payments/gateways/toss.ts";
import { createContext, systemContext } from "#server/platform/operation/context.ts";
import { clock } from "#server/testing/clock.ts";
import { given } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { orderNow } from "#server/testing/order-now.ts";
import { givenAuthorized } from "#server/testing/toss-scenarios.ts";
import { reconcileDuePayments } from "../commands/reconcile-due-payments.ts";
import { takePaymentNotification } from "../commands/take-payment-notification.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const toss = await vi.hoisted(async () => (await import("#server/testing/toss.ts")).payAtToss());

const LEASE = 61;
const WINDOW_OVER = 301;
const CAP_OVER = 1201;

afterEach(async () => {
  vi.restoreAllMocks();
  await expectEquationsHold();
});
/** Each test has the unsettled payments to itself. */
beforeEach(async () => {
  await clock.move(CAP_OVER + 3600);
  await settle();
  toss.forgetFaults();
});

const settle = () => reconcileDuePayments(systemContext("payments.settle"), {});
const left = async (id: Parameters<typeof saleOf>[1]) => (await saleOf(createContext(), id)).remainingStock;
const firing = async (subject: string) =>
  (
    await db
      .select()
      .from(alerts)
      .where(and(eq(alerts.subject, subject), isNull(alerts.resolvedAt)))
  ).map(({ kind }) => kind);
/** The idempotency keys of the charges that were asked for while `work` ran. */
async function chargesDuring(work: () => Promise<unknown>) {
  const before = toss.seen.length;
  await work();
  return toss.seen
    .slice(before)
    .filter(({ call }) => call === "confirm")
    .map(({ key }) => key);
}

describe("a charge whose answer is lost", () => {
  it.each([
    ["before it was worked on", { kind: "dropBefore" as const }, 2],
    ["after it was worked on", { kind: "dropAfter" as const }, 1],
    ["while the same is under way", { kind: "busy" as const }, 2],
    ["behind the page of a proxy", { kind: "garbage" as const }, 2],
    [
      "behind an error that is not listed",
      { kind: "refuse" as const, status: 400, code: "SOMETHING_NEW" },
      2,
    ],
    [
      "behind an error of theirs",
      { kind: "refuse" as const, status: 500, code: "FAILED_INTERNAL_SYSTEM_PROCESSING" },
      2,
    ],
  ])("%s is looked up and settled, and the money is taken once", async (_, fault, asked) => {
    const { orderId, amount, confirm } = await givenAuthorized(toss);
    toss.fault("confirm", fault);
    const keys = await chargesDuring(async () => {
      expect(await confirm()).toMatchObject({ status: "processing", confirming: true });
      await settle();
      expect(await orderNow(orderId)).toMatchObject({ payment: "processing" });
      await clock.move(LEASE);
      await Promise.all([settle(), settle()]);
    });
    expect(keys).toHaveLength(asked);
    expect(new Set(keys).size).toBe(1);
    expect(await orderNow(orderId)).toMatchObject({ order: "confirmed", unknownSince: null, tickets: 2 });
    expect(toss.charged(orderId)).toBe(amount);
  });

  it("keeps the tickets from others after the window, as long as a hold may last", async () => {
    const { orderId, amount, eventSessionId, confirm } = await givenAuthorized(toss, { stock: 2 });
    toss.fault("confirm", { kind: "dropAfter" });
    await confirm();
    for (let times = 0; times < 3; times++) toss.fault("lookup", { kind: "dropBefore" });
    for (let times = 0; times < 3; times++) {
      await clock.move(WINDOW_OVER);
      await settle();
      const other = await given.person();
      await expect(given.hold(other, eventSessionId)).rejects.toMatchObject({ status: 409 });
    }
    await clock.move(LEASE);
    await settle();
    expect(await orderNow(orderId)).toMatchObject({ order: "confirmed", tickets: 2 });
    expect(toss.charged(orderId)).toBe(amount);
  });

  it("is not charged once the hold's longest time is over, and others get the tickets", async () => {
    const { orderId, eventSessionId, confirm, paymentKey } = await givenAuthorized(toss, { stock: 2 });
    toss.fault("confirm", { kind: "dropBefore" });
    await confirm();
    await clock.move(CAP_OVER);
    expect(await chargesDuring(settle)).toEqual([]);
    expect(await orderNow(orderId)).toMatchObject({ payment: "processing", unknownSince: expect.any(Date) });
    await given.hold(await given.person(), eventSessionId, 2);
    toss.book(paymentKey).status = "EXPIRED";
    await clock.move(LEASE);
    await settle();
    expect(await orderNow(orderId)).toMatchObject({ order: "failed", payment: "failed", hold: "EXPIRED" });
  });

  it("is given back where it turns out to be paid after the tickets went to others", async () => {
    const { orderId, eventSessionId, confirm } = await givenAuthorized(toss, { stock: 2 });
    toss.fault("confirm", { kind: "dropAfter" });
    await confirm();
    toss.fault("lookup", { kind: "dropBefore" });
    await clock.move(CAP_OVER);
    await settle();
    await given.hold(await given.person(), eventSessionId, 2);
    await clock.move(LEASE);
    await settle();
    expect(await orderNow(orderId)).toMatchObject({ order: "failed", payment: "completed", tickets: 0 });
  });

  it("that turns out to be none leaves the buyer the rest of the window, and after it the order fails", async () => {
    const [early, late] = [await givenAuthorized(toss), await givenAuthorized(toss)];
    for (const { confirm, paymentKey } of [early, late]) {
      toss.fault("confirm", { kind: "dropBefore" });
      await confirm();
      toss.book(paymentKey).status = "ABORTED";
    }
    await clock.move(LEASE);
    await settle();
    expect(await orderNow(early.orderId)).toMatchObject({
      ...{ payment: "pending", unknownSince: null, hold: "ACTIVE", frozen: false },
    });
    expect(await early.confirm(early.authorizeAgain())).toMatchObject({ status: "completed" });
    await clock.move(WINDOW_OVER);
    await settle();
    expect(await orderNow(late.orderId)).toMatchObject({ order: "failed", payment: "failed" });
    expect(await left(late.eventSessionId)).toBe(5);
  });

  it("that Toss has forgotten was none", async () => {
    const { orderId, confirm, paymentKey } = await givenAuthorized(toss);
    toss.fault("confirm", { kind: "dropBefore" });
    await confirm();
    toss.forget(paymentKey);
    await clock.move(CAP_OVER);
    await settle();
    expect(await orderNow(orderId)).toMatchObject({ payment: "processing", unknownSince: expect.any(Date) });
    await clock.move(3600);
    await settle();
    expect(await orderNow(orderId)).toMatchObject({ order: "failed", payment: "failed" });
  });
});

it("a process that stops between the freeze and the answer leaves it to the job, and changes nothing when it wakes", async () => {
  const { orderId, amount, confirm } = await givenAuthorized(toss);
  const gate = Promise.withResolvers<{ outcome: "unpaid" }>();
  const asked = Promise.withResolvers<void>();
  vi.spyOn(tossGateway, "fetchStatus").mockImplementationOnce(() => {
    asked.resolve();
    return gate.promise;
  });
  const asleep = confirm();
  // The freeze comes a moment before: a job that asked then would be given the answer that is held back.
  await asked.promise;
  expect((await orderNow(orderId)).frozen).toBe(true);
  await clock.move(LEASE);
  await settle();
  gate.resolve({ outcome: "unpaid" });
  await asleep;
  expect(await orderNow(orderId)).toMatchObject({ order: "confirmed", tickets: 2 });
  expect(toss.charged(orderId)).toBe(amount);
});

it("fails orders whose buyer did not come back, without asking: only the app charges", async () => {
  const { orderId, eventSessionId } = await givenAuthorized(toss);
  await clock.move(WINDOW_OVER);
  const before = toss.seen.length;
  await settle();
  expect(toss.seen.length).toBe(before);
  expect(await orderNow(orderId)).toMatchObject({ order: "failed", payment: "failed" });
  expect(await left(eventSessionId)).toBe(5);
});

it("tells operators that our key is refused, until a charge goes well", async () => {
  const { confirm, authorizeAgain, orderId } = await givenAuthorized(toss);
  toss.fault("confirm", { kind: "refuse", status: 401, code: "UNAUTHORIZED_KEY" });
  expect(await confirm()).toMatchObject({ status: "pending", confirming: false });
  expect(await firing("toss")).toEqual(["provider_misconfigured"]);
  expect(await orderNow(orderId)).toMatchObject({ hold: "ACTIVE", frozen: false });
  await confirm(authorizeAgain());
  expect(await firing("toss")).toEqual([]);
});

it("believes no answer about other money than it asked for, and tells operators", async () => {
  const { orderId, confirm, paymentKey } = await givenAuthorized(toss);
  toss.fault("confirm", { kind: "dropAfter" });
  await confirm();
  toss.book(paymentKey).totalAmount += 1;
  await clock.move(LEASE);
  await settle();
  expect(await orderNow(orderId)).toMatchObject({ payment: "processing", unknownSince: expect.any(Date) });
  expect(await firing(orderId)).toEqual(["payment_differs"]);
  toss.book(paymentKey).totalAmount -= 1;
  await clock.move(LEASE);
  await settle();
  expect(await orderNow(orderId)).toMatchObject({ order: "confirmed" });
});

const act = fc.oneof(
  fc
    .constantFrom("return", "return with another", "return with a lie", "webhook", "settle", "release")
    .map((kind) => ({ kind, seconds: 0 })),
  fc.constantFrom(1, LEASE, WINDOW_OVER, CAP_OVER).map((seconds) => ({ kind: "wait", seconds })),
);
const faultKinds = fc.constantFrom(
  "dropBefore" as const,
  "dropAfter" as const,
  "busy" as const,
  "garbage" as const,
);
const faults = fc.array(fc.tuple(fc.constantFrom("confirm" as const, "lookup" as const), faultKinds), {
  maxLength: 4,
});

/** A buyer who comes back may be told that nothing was done, and nothing else. */
const expectRefused = (error: unknown) =>
  expect(error).toMatchObject({
    reason: expect.stringMatching(/^(provider_silent|authorization_refused|too_many_confirmations)$/),
  });

it("takes the money exactly where it gives tickets, whatever is lost and in whatever order buyers come back", async () => {
  await fc.assert(
    fc.asyncProperty(faults, fc.array(act, { maxLength: 6 }), async (met, acts) => {
      toss.forgetFaults();
      const purchase = await givenAuthorized(toss, { stock: 2 });
      const { orderId, amount, holdId, buyer } = purchase;
      for (const [call, kind] of met) toss.fault(call, { kind }, orderId);
      const doing: Record<string, () => Promise<unknown>> = {
        return: () => purchase.confirm().catch(expectRefused),
        "return with another": () => purchase.confirm(purchase.authorizeAgain()).catch(expectRefused),
        "return with a lie": () => purchase.confirm("made-up").catch(expectRefused),
        webhook: () => takePaymentNotification(createContext(), { orderId }),
        settle,
        release: () => releaseHold(buyer.ctx(), { holdId }).catch(() => undefined),
      };
      for (const { kind, seconds } of acts) await (kind === "wait" ? clock.move(seconds) : doing[kind]?.());
      toss.forgetFaults();
      for (let rounds = 0; rounds < 3; rounds++) {
        await clock.move(CAP_OVER + 3600);
        toss.expireAll();
        await settle();
      }
      const { order, payment, tickets } = await orderNow(orderId);
      expect(["confirmed", "failed"]).toContain(order);
      expect(tickets).toBe(order === "confirmed" ? 2 : 0);
      expect(payment === "completed" || payment === "refunded").toBe(toss.charged(orderId) > 0);
      expect([0, amount]).toContain(toss.charged(orderId));
    }),
    { numRuns: 40 },
  );
});

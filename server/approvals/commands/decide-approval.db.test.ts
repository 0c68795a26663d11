import { eq } from "drizzle-orm";
import { afterEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { auditLog } from "#db/schema/platform.ts";
import { grantRole } from "../../auth/commands/grant-role.ts";
import { cancelEvent } from "../../cancellations/commands/cancel-event.ts";
import { cancelEventSession } from "../../cancellations/commands/cancel-event-session.ts";
import { updateEvent } from "../../catalog/commands/update-event.ts";
import { updateEventSession } from "../../catalog/commands/update-event-session.ts";
import { getEventSession } from "../../catalog/queries.ts";
import { cancelOrder } from "../../checkout/commands/cancel-order.ts";
import { refundOrder } from "../../checkout/commands/refund-order.ts";
import { getOrder } from "../../checkout/queries.ts";
import { reasonOf } from "../../testing/accounts.ts";
import { clock } from "../../testing/clock.ts";
import { given, newKey, type Person } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { myTickets } from "../../tickets/queries.ts";
import { listApprovals } from "../queries.ts";
import { askApproval } from "./ask-approval.ts";
import { decideApproval } from "./decide-approval.ts";

vi.hoisted(() => {
  vi.stubEnv("APPROVE_REFUNDS_ABOVE", "60000");
  vi.stubEnv("APPROVE_CLOSING", "on");
});

afterEach(expectEquationsHold);

const note = "the hall is closed";

async function givenOrder() {
  const { id: eventSessionId } = await given.saleOpen();
  const [buyer, asker, other] = [
    await given.person(),
    ...(await given.people(2, "ADMIN")),
  ] as unknown as readonly [Person, Person, Person];
  const { orderId } = await given.paidOrder(buyer, eventSessionId, 2);
  const order = await getOrder(buyer.ctx(), { id: orderId });
  return {
    ...{ buyer, asker, other, orderId, eventSessionId, eventId: order.eventId },
    status: async () => (await getOrder(buyer.ctx(), { id: orderId })).status,
    ask: () => askApproval(asker.ctx(), { kind: "refund", id: orderId, note }),
  };
}

it("refuses a refund above the amount at every door, in parts too, until another operator approves", async () => {
  const { asker, other, orderId, status, ask, buyer } = await givenOrder();
  const alone = () => refundOrder(asker.ctx(newKey()), { id: orderId, note });
  expect(await reasonOf(alone())).toBe("refund_needs_approval");
  expect(await reasonOf(cancelOrder(asker.ctx(newKey()), { id: orderId }))).toBe("refund_needs_approval");
  const { tickets } = await ticketsOf(buyer);
  await refundOrder(asker.ctx(newKey()), { id: orderId, note, ticketIds: tickets.slice(0, 1) });
  const rest = refundOrder(asker.ctx(newKey()), { id: orderId, note, ticketIds: tickets.slice(1) });
  expect(await reasonOf(rest)).toBe("refund_needs_approval");
  expect(await status()).toBe("confirmed");
  const { id } = await ask();
  expect(await reasonOf(decideApproval(asker.ctx(), { id, outcome: "approved", note }))).toBe("own_approval");
  expect(await status()).toBe("confirmed");
  const decided = await decideApproval(other.ctx(), { id, outcome: "approved", note: "I saw the letter" });
  expect(decided).toMatchObject({ state: "approved", own: false, decisionNote: "I saw the letter" });
  expect(await status()).toBe("cancelled");
  const trail = await db.select().from(auditLog).where(eq(auditLog.target, orderId));
  expect(trail).toContainEqual(
    expect.objectContaining({ actorId: asker.userId, action: "approvals.ask-approval" }),
  );
  const decision = await db.select().from(auditLog).where(eq(auditLog.target, id));
  expect(decision).toContainEqual(expect.objectContaining({ actorId: other.userId, outcome: "ok" }));
});

it("leaves buyers their own cancellation, whatever it costs", async () => {
  const { buyer, orderId, status } = await givenOrder();
  await cancelOrder(buyer.ctx(newKey()), { id: orderId });
  expect(await status()).toBe("cancelled");
});

it("does what was asked once where two operators approve at once, and asks the same thing once", async () => {
  const { other, ask, status } = await givenOrder();
  const [first, second] = await Promise.all([ask(), ask()]);
  expect(second.id).toBe(first.id);
  const third = await given.person("ADMIN");
  const answers = await Promise.all(
    [other, third].map((person) =>
      reasonOf(decideApproval(person.ctx(), { id: first.id, outcome: "approved", note })),
    ),
  );
  expect(answers.filter((answer) => answer === "approval_over")).toHaveLength(1);
  expect(await status()).toBe("cancelled");
});

it("changes nothing where it is refused or its time is over, and may be asked again", async () => {
  const { asker, other, ask, status } = await givenOrder();
  const { id } = await ask();
  await decideApproval(other.ctx(), { id, outcome: "refused", note: "no letter" });
  const again = await ask();
  expect(again.id).not.toBe(id);
  await clock.move(24 * 3600 + 1);
  const late = decideApproval(other.ctx(), { id: again.id, outcome: "approved", note });
  expect(await reasonOf(late)).toBe("approval_over");
  const known = (await listApprovals(asker.ctx(), {})).filter((one) => [id, again.id].includes(one.id));
  expect(known.map(({ state }) => state).sort()).toEqual(["expired", "refused"]);
  expect((await ask()).id).not.toBe(again.id);
  expect(await status()).toBe("confirmed");
});

it("refuses an operator who ends a sale alone by any way, and lets sellers end their own", async () => {
  const { asker, eventSessionId, eventId } = await givenOrder();
  const unsold = await getEventSession(asker.ctx(), { eventSessionId: (await given.saleOpen()).id });
  // It starts in 72 hours.
  const inHours = (hours: number) =>
    new Date(Date.parse(unsold.startsAt) - (72 - hours) * 3_600_000).toISOString();
  const refused = await Promise.all(
    [
      updateEventSession(asker.ctx(), { id: eventSessionId, status: "CLOSED" }),
      updateEventSession(asker.ctx(), { id: eventSessionId, salesCloseAt: inHours(1) }),
      updateEvent(asker.ctx(), { eventId: unsold.event.id, status: "DRAFT" }),
      cancelEventSession(asker.ctx(), { id: eventSessionId, reason: note }),
      cancelEvent(asker.ctx(), { eventId, reason: note }),
      updateEvent(asker.ctx(), { eventId, status: "ARCHIVED" }),
    ].map((work) => reasonOf<unknown>(work)),
  );
  expect(refused).toEqual(Array(6).fill("closing_needs_approval"));
  await updateEventSession(asker.ctx(), { id: eventSessionId, salesCloseAt: inHours(48) });
  const seller = await given.person("SELLER");
  const own = await given.saleOpen({ by: seller });
  await updateEventSession(seller.ctx(), { id: own.id, status: "CLOSED" });
});

it.each(["close_sale", "cancel_session", "cancel_event", "archive_event"] as const)(
  "does %s once another operator approves",
  async (kind) => {
    const { asker, other, eventSessionId, eventId, buyer } = await givenOrder();
    const isOfSession = kind === "close_sale" || kind === "cancel_session";
    const asked = { kind, id: isOfSession ? eventSessionId : eventId, note } as Parameters<
      typeof askApproval
    >[1];
    const { id } = await askApproval(asker.ctx(), asked);
    await decideApproval(other.ctx(), { id, outcome: "approved", note });
    const sale = await reasonOf(getEventSession(buyer.ctx(), { eventSessionId }));
    expect(sale === "not_found" || (typeof sale === "object" && sale.status === "CLOSED")).toBe(true);
  },
);

it("lets no operator make another one alone, who would approve what the first asked for", async () => {
  const { asker, other, ask } = await givenOrder();
  const puppet = await given.person();
  await ask();
  const alone = grantRole(asker.ctx(), { userId: puppet.userId, role: "ADMIN" });
  expect(await reasonOf(alone)).toBe("operator_needs_approval");
  const { id } = await askApproval(asker.ctx(), { kind: "make_operator", id: puppet.userId, note });
  expect(await reasonOf(decideApproval(asker.ctx(), { id, outcome: "approved", note }))).toBe("own_approval");
  await decideApproval(other.ctx(), { id, outcome: "approved", note });
  const [made] = await db.select().from(users).where(eq(users.id, puppet.userId));
  expect(made).toMatchObject({ role: "ADMIN" });
});

async function ticketsOf(buyer: Person) {
  return { tickets: (await myTickets(buyer.ctx(), {})).map(({ id }) => id) };
}

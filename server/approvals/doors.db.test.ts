import { afterEach, describe, expect, it, vi } from "vitest";
import { grantRole } from "../auth/commands/grant-role.ts";
import { movePerson } from "../auth/commands/move-person.ts";
import { cancelEvent } from "../cancellations/commands/cancel-event.ts";
import { cancelEventSession } from "../cancellations/commands/cancel-event-session.ts";
import { updateEvent } from "../catalog/commands/update-event.ts";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import { getManagedEvent } from "../catalog/queries.ts";
import { eventIdOf } from "../catalog/sales.store.ts";
import { refundOrder } from "../checkout/commands/refund-order.ts";
import { createContext } from "../platform/operation/context.ts";
import { listPeople } from "../reports/people.ts";
import { reasonOf } from "../testing/accounts.ts";
import { clock } from "../testing/clock.ts";
import { given, newKey, type Person } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { myTickets } from "../tickets/queries.ts";
import { askApproval } from "./commands/ask-approval.ts";
import { decideApproval } from "./commands/decide-approval.ts";
import { listApprovals } from "./queries.ts";

vi.hoisted(() => vi.stubEnv("APPROVE_CLOSING", "on"));

afterEach(expectEquationsHold);

const note = "the hall is closed";
const hoursAfter = (at: string, hours: number) =>
  new Date(new Date(at).getTime() + hours * 3_600_000).toISOString();

async function givenSale(options: Parameters<typeof given.saleOpen>[0] = {}) {
  const sale = await given.saleOpen(options);
  const [asker, other] = (await given.people(2, "ADMIN")) as [Person, Person];
  const eventId = await eventIdOf(createContext(), sale.id);
  return {
    ...{ sale, asker, other, eventId },
    now: () => getManagedEvent(asker.ctx(), { eventId }),
    change: (set: object) => updateEventSession(asker.ctx(), { id: sale.id, ...set }),
    ask: (asked: object) => askApproval(asker.ctx(), { note, ...asked } as Parameters<typeof askApproval>[1]),
    approve: (id: `approval_${string}`) => decideApproval(other.ctx(), { id, outcome: "approved", note }),
  };
}
type Sale = Awaited<ReturnType<typeof givenSale>>;

describe("one operator alone does not end a sale", () => {
  it.each<[string, (given: Sale) => Promise<unknown>]>([
    ["by closing it", ({ change }) => change({ status: "CLOSED" })],
    [
      "by closing it a minute from now",
      ({ change, sale }) => change({ salesCloseAt: hoursAfter(sale.salesOpenAt, 61 / 60) }),
    ],
    [
      "with an earlier start",
      ({ change, sale }) => {
        const startsAt = hoursAfter(sale.startsAt, -52);
        return change({ startsAt, salesCloseAt: startsAt });
      },
    ],
    [
      "by making its event a draft",
      ({ asker, eventId }) => updateEvent(asker.ctx(), { eventId, status: "DRAFT" }),
    ],
    [
      "by archiving its event",
      ({ asker, eventId }) => updateEvent(asker.ctx(), { eventId, status: "ARCHIVED" }),
    ],
    ["by cancelling it", ({ asker, sale }) => cancelEventSession(asker.ctx(), { id: sale.id, reason: note })],
    ["by cancelling its event", ({ asker, eventId }) => cancelEvent(asker.ctx(), { eventId, reason: note })],
  ])("%s", async (_, end) => {
    const door = await givenSale();
    const before = await door.now();
    expect(await reasonOf(end(door))).toBe("closing_needs_approval");
    expect(await door.now()).toEqual(before);
  });

  it("by taking back what was opened by hand", async () => {
    const { change } = await givenSale({ salesOpenInHours: 1 });
    await change({ status: "OPEN" });
    expect(await reasonOf(change({ status: "SCHEDULED" }))).toBe("closing_needs_approval");
  });
});

describe("one operator alone", () => {
  it("pauses letting in, slows the queue, sells longer and more, and opens what was closed", async () => {
    const { change, sale, ask, approve } = await givenSale();
    await change({ admission: "PAUSED" });
    await change({ line: { admitLimit: 1, admitRatePerSecond: 1 } });
    await change({ startsAt: hoursAfter(sale.startsAt, 1) });
    await change({ salesCloseAt: hoursAfter(sale.startsAt, 1), addStock: 1 });
    await approve((await ask({ kind: "close_sale", id: sale.id })).id);
    // It is closed already.
    expect(await change({ status: "CLOSED" })).toMatchObject({ status: "CLOSED" });
    expect(await change({ status: "SCHEDULED" })).toMatchObject({ status: "OPEN" });
  });

  it("makes no second operator, who could be the same person, but sellers", async () => {
    const { asker, ask, approve } = await givenSale();
    const { userId } = await given.person();
    const grant = (role: "SELLER" | "ADMIN") => grantRole(asker.ctx(), { userId, role });
    expect(await reasonOf(grant("ADMIN"))).toBe("operator_needs_approval");
    expect(await grant("SELLER")).toMatchObject({ role: "SELLER" });
    await approve((await ask({ kind: "make_operator", id: userId })).id);
    expect((await listPeople(asker.ctx(), { search: userId })).items).toMatchObject([{ role: "ADMIN" }]);
  });
});

it("one operator alone restores a suspended operator as a seller, and not as an operator", async () => {
  const { asker, other } = await givenSale();
  const { userId } = other;
  await movePerson(asker.ctx(), { userId, to: "SUSPENDED", reason: note });
  const restore = () => movePerson(asker.ctx(), { userId, to: "ACTIVE", reason: note });
  expect(await reasonOf(restore())).toBe("operator_needs_approval");
  await grantRole(asker.ctx(), { userId, role: "SELLER" });
  expect(await restore()).toMatchObject({ state: "ACTIVE", role: "SELLER" });
});

describe("what another operator approves", () => {
  it("is done: other times, and a draft again", async () => {
    const { sale, eventId, ask, approve, now } = await givenSale();
    const salesCloseAt = hoursAfter(sale.salesOpenAt, 2);
    const asked = await ask({ kind: "shorten_sale", id: sale.id, salesCloseAt });
    expect(asked.times).toEqual({ salesCloseAt });
    await approve(asked.id);
    expect(await now()).toMatchObject({ eventSessions: [{ salesCloseAt, startsAt: sale.startsAt }] });
    await approve((await ask({ kind: "withdraw_event", id: eventId })).id);
    expect(await now()).toMatchObject({ status: "DRAFT" });
  });

  it.each<[string, string, (given: Sale) => Promise<{ asked: object; change: () => Promise<unknown> }>]>([
    [
      "a sale that was cancelled since",
      "session_cancelled",
      async ({ sale, ask, approve }) => ({
        asked: { kind: "close_sale", id: sale.id },
        change: async () => approve((await ask({ kind: "cancel_session", id: sale.id })).id),
      }),
    ],
    [
      "an event that someone has bought since",
      "tickets_taken",
      async ({ sale, eventId }) => ({
        asked: { kind: "withdraw_event", id: eventId },
        change: async () => given.paidOrder(await given.person(), sale.id),
      }),
    ],
    [
      "an end of sales that has passed since",
      "invalid_argument",
      async ({ sale }) => ({
        asked: { kind: "shorten_sale", id: sale.id, salesCloseAt: hoursAfter(sale.salesOpenAt, 2) },
        change: () => clock.move(2 * 3600),
      }),
    ],
    [
      "a ticket that went back since",
      "ticket_void",
      async ({ sale, asker }) => {
        const buyer = await given.person();
        const { orderId: id } = await given.paidOrder(buyer, sale.id, 2);
        const ticketIds = (await myTickets(buyer.ctx(), {})).slice(0, 1).map((ticket) => ticket.id);
        return {
          asked: { kind: "refund", id, ticketIds },
          change: () => refundOrder(asker.ctx(newKey()), { id, note, ticketIds }),
        };
      },
    ],
  ])("is judged by the rules of that moment: %s", async (_, reason, prepare) => {
    const door = await givenSale();
    const { asked, change } = await prepare(door);
    const { id } = await door.ask(asked);
    await change();
    expect(await reasonOf(door.approve(id))).toBe(reason);
    const known = (await listApprovals(door.asker.ctx(), {})).find((one) => one.id === id);
    expect(known).toMatchObject({ state: "waiting" });
  });

  it.each<[string, (given: Sale) => Promise<unknown>]>([
    [
      "suspended",
      ({ other, asker: { userId } }) => movePerson(other.ctx(), { userId, to: "SUSPENDED", reason: note }),
    ],
    ["demoted", ({ other, asker: { userId } }) => grantRole(other.ctx(), { userId, role: "SELLER" })],
  ])("needs two who stand behind it: one who was %s since does not", async (_, leave) => {
    const door = await givenSale();
    const { id } = await door.ask({ kind: "close_sale", id: door.sale.id });
    await leave(door);
    expect(await reasonOf(door.approve(id))).toBe("asker_left");
    expect(await decideApproval(door.other.ctx(), { id, outcome: "refused", note })).toMatchObject({
      state: "refused",
    });
  });
});

import { expect, it } from "vitest";
import type { Ticket } from "#server/tickets/contract.ts";
import { stacksOf } from "./stacks.ts";

const NOW = Date.parse("2026-12-01T00:00:00Z");

const ticket = (id: string, change: Partial<Record<keyof Ticket, unknown>> = {}) =>
  ({
    ...{ id, orderId: "order_1", sessionId: "evening_1", number: 1, count: 1, status: "VALID" },
    ...{ startsAt: "2026-12-05T10:30:00Z", sessionCancellation: null },
    ...change,
  }) as unknown as Ticket;

const idsOf = (tickets: readonly Ticket[]) => {
  const { upcoming, past } = stacksOf(tickets, NOW);
  const ids = (stacks: typeof upcoming) => stacks.map((stack) => stack.map(({ id }) => id));
  return { upcoming: ids(upcoming), past: ids(past) };
};

it("lays the tickets of an event session on one another, of one order by their numbers", () => {
  const second = ticket("b", { number: 2 });
  const otherOrder = ticket("c", { orderId: "order_2" });
  expect(idsOf([otherOrder, second, ticket("a")])).toEqual({ upcoming: [["a", "b", "c"]], past: [] });
});

it("shows what comes next first, and of what is over the latest first", () => {
  const later = ticket("later", { sessionId: "evening_2", startsAt: "2026-12-09T10:30:00Z" });
  const running = ticket("running", { sessionId: "evening_3", startsAt: "2026-11-30T19:00:00Z" });
  const over = ticket("over", { sessionId: "evening_4", startsAt: "2026-11-30T17:59:00Z" });
  const longOver = ticket("longOver", { sessionId: "evening_5", startsAt: "2026-11-01T10:00:00Z" });
  expect(idsOf([longOver, later, over, ticket("soon"), running])).toEqual({
    upcoming: [["running"], ["soon"], ["later"]],
    past: [["over"], ["longOver"]],
  });
});

it("keeps what admits no one apart from what does, though it is of the same event session", () => {
  const used = ticket("used", { status: "USED" });
  const cancelled = ticket("cancelled", { sessionId: "evening_2", sessionCancellation: { reason: "태풍" } });
  expect(idsOf([ticket("valid"), used, ticket("void", { status: "VOID" }), cancelled])).toEqual({
    upcoming: [["valid"]],
    past: [["used", "void"], ["cancelled"]],
  });
});

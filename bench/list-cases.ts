import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { holdMachine } from "#server/holds/machine.ts";
import { integrationSessionMachine } from "#server/integration/machine.ts";
import { orderMachine } from "#server/orders/machine.ts";
import { paymentMachine, refundMachine } from "#server/payments/machine.ts";
import { DestinationName } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { alike, type Case, dayAgo, each, farIn, type Ids, idsOf, numbered, searches } from "./cases.ts";

/** Everything that the pages of operators read of a shop. */
export async function operatorCases(db: Database, orders: number): Promise<Case[]> {
  const ids = idsOf(orders);
  return [
    ...(await orderCases(db, ids)),
    ...(await moneyCases(db)),
    ...(await peopleCases(db, ids)),
    ...(await auditCases(db, ids)),
    ...(await sendingCases(db, ids)),
    ...findCases(ids),
    ...saleCases(ids),
  ];
}

async function orderCases(db: Database, ids: Ids): Promise<Case[]> {
  const path = "reports.orders";
  const event = ids.oldestEvent;
  const states = orderMachine.states;
  const middle = { table: "orders", column: "created_at" };
  return [
    ...alike(path, [
      {},
      { sort: "createdAt" },
      ...states.map((state) => ({ state })),
      ...states.map((state) => ({ state, sort: "createdAt" })),
      ...states.map((state) => ({ state, event })),
      { event, sort: "createdAt" },
      { since: dayAgo(1) },
      { since: dayAgo(400), until: dayAgo(399) },
      { since: dayAgo(400), until: dayAgo(399), state: "cancelled" },
      { since: dayAgo(400), until: dayAgo(100), state: "shipped" },
      { since: dayAgo(400), until: dayAgo(100), event },
      { search: "nothing of ours" },
      { search: "no-one@test.example" },
    ]),
    await farIn(db, path, { sort: "-createdAt" }, middle),
    await farIn(db, path, { sort: "createdAt" }, middle),
    each(path, "of an event", (n) => ({ event: ids.event(n) })),
    each(path, "of an event session", (n) => ({ session: ids.session(n) })),
    each(path, "cancelled, of an event session", (n) => ({ session: ids.session(n), state: "cancelled" })),
    ...searches(path, {
      ...{ order: ids.of("order"), hold: ids.of("hold"), payment: ids.of("payment"), ticket: ids.ticket },
      ...{ number: ids.number, "provider's id": ids.providersId, "e-mail": ids.email },
    }),
    each("reports.order", "", (n) => ({ id: ids.of("order")(n) })),
    each("reports.order", "cancelled", (n) => ({
      id: numbered("order", ids.order(n) - (ids.order(n) % 20)),
    })),
  ];
}

async function moneyCases(db: Database): Promise<Case[]> {
  const inStates = (path: string, states: readonly string[]) =>
    alike(
      path,
      states.flatMap((state) => ["createdAt", "-createdAt"].map((sort) => ({ state, sort }))),
    );
  const done = { state: "done", sort: "updatedAt" };
  return [
    ...alike("reports.refunds", [
      {},
      ...refundMachine.states.map((state) => ({ state })),
      { state: "undone", sort: "-updatedAt" },
      { state: "done", sort: "-updatedAt" },
    ]),
    await farIn(db, "reports.refunds", done, {
      table: "refunds",
      column: "updated_at",
      where: sql`state = 'done'`,
    }),
    ...alike("reports.unknownPayments", [{}, { sort: "-unknownSince" }]),
    ...inStates("reports.payments", paymentMachine.states),
    ...inStates("reports.holds", holdMachine.states),
    ...inStates("reports.integrationSessions", integrationSessionMachine.states),
    ...alike("reports.states", [{}]),
  ];
}

async function peopleCases(db: Database, ids: Ids): Promise<Case[]> {
  const path = "reports.people";
  const filters = [
    { state: "ACTIVE" },
    { state: "SUSPENDED" },
    { state: "ERASED" },
    { role: "USER" },
    { role: "ADMIN" },
  ];
  const middle = { table: "users", column: "created_at" };
  return [
    ...alike(path, [
      {},
      ...filters,
      { role: "ADMIN", state: "SUSPENDED" },
      { role: "SELLER", state: "ACTIVE" },
    ]),
    ...alike(path, [
      { sort: "createdAt" },
      { search: "no-one" },
      { search: "u" },
      { search: "user_00000000" },
    ]),
    ...alike(path, [
      { search: "user_0000", state: "SUSPENDED" },
      { search: "user_0000", role: "ADMIN" },
    ]),
    await farIn(db, path, { sort: "-createdAt" }, middle),
    each(path, "by id", (n) => ({ search: ids.user(n) })),
    each(path, "by e-mail", (n) => ({ search: ids.email(n) })),
    each("reports.person", "", (n) => ({ id: ids.user(n) })),
    each("auth.loginSessionsOfUser", "", (n) => ({ userId: ids.user(n) })),
    ...alike("notifications.departments", [{}]),
    ...alike("integration.overview", [{}]),
    ...alike("integration.accounts", [{}, { vendorId: "A00000001" }]),
  ];
}

async function auditCases(db: Database, ids: Ids): Promise<Case[]> {
  const path = "reports.audit";
  const middle = { table: "audit_log", column: "at", key: "seq" };
  return [
    ...alike(path, [
      {},
      { sort: "at" },
      { action: "checkout.check-out" },
      { action: "auth.move-person", sort: "at" },
      { action: "auth.grant-role" },
      { actor: "states.count" },
      { actor: "no-one@test.example" },
      { since: dayAgo(1) },
      { since: dayAgo(400), until: dayAgo(399) },
      { since: dayAgo(400), until: dayAgo(100), action: "auth.grant-role" },
      { since: dayAgo(400), until: dayAgo(100), actor: "states.count" },
      { trace: "none" },
    ]),
    await farIn(db, path, { sort: "-at" }, middle),
    await farIn(db, path, { sort: "at" }, middle),
    each(path, "of an actor", (n) => ({ actor: ids.user(n) })),
    each(path, "of an e-mail", (n) => ({ actor: ids.email(n) })),
    each(path, "of an actor and an action", (n) => ({ actor: ids.user(n), action: "checkout.hold-tickets" })),
    each(path, "of a target", (n) => ({ target: ids.of("order")(n) })),
    ...alike("audit.checkSeals", [{}]),
  ];
}

async function sendingCases(db: Database, ids: Ids): Promise<Case[]> {
  const path = "transmissions.list";
  const statuses = transmissionMachine.states;
  return [
    ...alike(path, [
      {},
      { sort: "createdAt" },
      ...statuses.map((status) => ({ status })),
      ...DestinationName.options.map((destination) => ({ destination })),
      ...statuses.map((status) => ({ status, destination: "events" })),
      { search: "OrderCompleted" },
      { search: "NoSuchType" },
      { search: "OrderCompleted", status: "DEAD" },
      { search: "orders.updated", destination: "email" },
    ]),
    await farIn(db, path, { sort: "-createdAt" }, { table: "transmissions", column: "seq", key: "seq" }),
    each(path, "by order", (n) => ({ search: ids.of("order")(n) })),
    ...alike("transmissions.count", [
      {},
      { status: "DEAD" },
      { status: "SENT" },
      { search: "OrderCompleted", status: "SENT" },
    ]),
    each("transmissions.get", "", (n) => ({ id: numbered("transmission", 10 * ids.order(n)) })),
    ...alike("transmissions.summary", [{}]),
    ...alike("notifications.mine", [{}]),
    ...alike("notifications.unread", [{}]),
  ];
}

function findCases(ids: Ids): Case[] {
  const texts = {
    ...{ order: ids.of("order"), payment: ids.of("payment"), hold: ids.of("hold"), ticket: ids.ticket },
    ...{ user: ids.user, event: ids.event, "event session": ids.session, "e-mail": ids.email },
    ...{ refund: ids.of("refund"), transmission: ids.of("transmission") },
    ...{ number: ids.number, "provider's id": ids.providersId, nothing: () => "nothing of ours" },
  };
  return Object.entries(texts).map(([what, text]) =>
    each("reports.find", what, (call) => ({ text: text(call) })),
  );
}

function saleCases(ids: Ids): Case[] {
  const eventSessionId = ids.latestSession;
  return [
    ...alike("sales.now", [{}]),
    ...alike("sales.get", [{ eventSessionId }]),
    ...alike(
      "sales.history",
      ["minutes", "day", "whole"].map((range) => ({ eventSessionId, range })),
    ),
    ...alike("alerts.list", [{}]),
    ...alike("alerts.owners", [{}]),
    ...alike("approvals.list", [{}]),
    ...alike("health.history", [{}]),
    ...alike("reports.sessionSales", [
      {},
      { sort: "startsAt" },
      { event: ids.oldestEvent },
      { since: dayAgo(400), until: dayAgo(300) },
    ]),
    each("reports.salesOfSession", "", (n) => ({ eventSessionId: ids.session(n) })),
    each("reports.attendees", "", (n) => ({ session: ids.session(n) })),
    ...alike("catalog.listManagedEvents", [
      {},
      { status: "DRAFT" },
      { search: "콘서트" },
      { search: "no such event" },
    ]),
    each("catalog.getManagedEvent", "", (n) => ({ eventId: ids.event(n) })),
    each("cancellations.list", "", (n) => ({ eventId: ids.event(n) })),
    ...alike("catalog.listEvents", [{}]),
  ];
}

import { and, eq, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { eventSessions, events, seats } from "#db/schema/catalog.ts";
import { notifications } from "#db/schema/notifications.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { auditLog, stateHistory } from "#db/schema/platform.ts";
import { tickets } from "#db/schema/tickets.ts";
import { transmissionAttempts, transmissions } from "#db/schema/transmissions.ts";
import { type OrderId, OrderInput } from "../orders/contract.ts";
import { type PaymentId, Refund } from "../payments/contract.ts";
import { paymentMachine } from "../payments/machine.ts";
import { inList } from "../platform/database/rows.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { idOf } from "../platform/values/ids.ts";
import { instantOut } from "../platform/values/text.ts";
import { ticketId } from "../tickets/contract.ts";
import { OrderListed, orderColumns } from "./orders.ts";

/** Something that happened to an order or to what belongs to it. */
const Happening = z.object({
  at: instantOut,
  /**
   * `queue`: the buyer came in with this number. `step`: of a machine. `attempt`: to deliver a transmission. `note`: an
   * operator's own.
   */
  kind: z.enum(["queue", "step", "transmission", "attempt", "notification", "audit", "note"]),
  /** The machine, the destination or the recipient. */
  subject: z.string(),
  /** The id of what it happened to, where that has one. */
  id: z.string().nullable(),
  /** The number in the queue, the state it went to, the transmission's type, the attempt's outcome, the notification's kind or the action. */
  what: z.string(),
  from: z.string().nullable(),
  /** `user`, `system` or `anonymous`, and the id of who. */
  by: z.string().nullable(),
  actorId: z.string().nullable(),
  /** The reason, the error, the outcome or the note. */
  detail: z.string().nullable(),
});
type Happening = z.input<typeof Happening>;

const OrderReport = OrderListed.extend({
  holdId: z.string(),
  traceId: z.string(),
  replacedById: idOf("order").nullable(),
  /** Null where the order was replaced: its payment belongs to the order that replaced it. */
  payment: z
    .object({
      id: z.string(),
      status: z.enum(paymentMachine.states),
      provider: z.string(),
      pgPaymentId: z.string(),
      method: z.string(),
      unknownSince: instantOut.nullable(),
    })
    .nullable(),
  refunds: z.array(Refund),
  tickets: z.array(
    z.object({
      id: ticketId,
      status: z.enum(["VALID", "USED", "VOID"]),
      seat: z.string().nullable(),
      usedAt: instantOut.nullable(),
    }),
  ),
  /** The first one first. */
  timeline: z.array(Happening),
});

export const getOrderReport = defineQuery({
  id: "reports.get-order-report",
  summary: "An order with everything that belongs to it and happened to it.",
  allow: role("ADMIN"),
  input: OrderInput,
  output: OrderReport,
  async run(ctx, { id }) {
    const row = await findOrder(ctx, id);
    if (!row) throw platformErrors.not_found({ what: "order" });
    const { payment } = row;
    const [given, admissions] = await Promise.all([
      payment ? refundsOf(ctx, payment.id) : [],
      ticketsOf(ctx, id),
    ]);
    const ids = [
      id,
      row.holdId,
      ...(payment ? [payment.id] : []),
      ...[...given, ...admissions].map(({ id }) => id),
    ];
    const parts = await Promise.all([
      stepsOf(ctx, ids),
      auditOf(ctx, ids),
      transmissionsOf(ctx, { ...row, ids }),
      notificationsOf(ctx, row),
    ]);
    return {
      ...row,
      payment: payment && { ...payment, status: payment.state },
      refunds: given.map(({ amountKrw: amount, createdAt: askedAt, ...refund }) => ({
        ...refund,
        amount,
        askedAt,
      })),
      tickets: admissions,
      timeline: parts.flat().sort((one, other) => one.at.getTime() - other.at.getTime()),
    };
  },
});

async function findOrder(ctx: AppContext, id: OrderId) {
  const [row] = await ctx.db
    .select({
      ...orderColumns,
      holdId: orders.holdId,
      traceId: orders.traceId,
      replacedById: orders.replacedById,
      payment: payments,
    })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(payments, eq(payments.orderId, orders.id))
    .where(eq(orders.id, id));
  return row;
}

const refundsOf = (ctx: AppContext, id: PaymentId) =>
  ctx.db.select().from(refunds).where(eq(refunds.paymentId, id)).orderBy(refunds.createdAt);

const ticketsOf = (ctx: AppContext, id: OrderId) =>
  ctx.db
    .select({ id: tickets.id, status: tickets.status, seat: seats.number, usedAt: tickets.usedAt })
    .from(tickets)
    .leftJoin(seats, eq(seats.id, tickets.seatId))
    .where(eq(tickets.orderId, id))
    .orderBy(tickets.id);

async function stepsOf(ctx: AppContext, ids: readonly string[]): Promise<Happening[]> {
  const { entity, entityId, fromState, toState, actorKind, actorId, reason, at, seq } = stateHistory;
  const rows = await ctx.db
    .select({
      subject: entity,
      id: entityId,
      what: toState,
      from: fromState,
      by: actorKind,
      actorId,
      detail: reason,
      at,
    })
    .from(stateHistory)
    .where(and(inArray(entity, ["order", "payment", "hold", "refund"]), inList(entityId, ids)))
    .orderBy(seq);
  return rows.map((row) => ({ kind: "step", ...row }));
}

async function auditOf(ctx: AppContext, ids: readonly string[]): Promise<Happening[]> {
  const { target, action, actorKind, actorId, outcome, meta, at, seq } = auditLog;
  const rows = await ctx.db
    .select({ id: target, what: action, by: actorKind, actorId, outcome, meta, at })
    .from(auditLog)
    .where(inList(target, ids))
    .orderBy(seq);
  return rows.flatMap(({ outcome, meta, ...row }): Happening[] => {
    const note = typeof meta?.note === "string" ? meta.note : null;
    const detail = note ?? (outcome === "ok" ? null : outcome);
    const entered = meta?.queueNumber;
    return [
      ...(entered
        ? [
            {
              ...row,
              kind: "queue" as const,
              subject: "queue",
              what: String(entered),
              from: null,
              detail: null,
            },
          ]
        : []),
      {
        ...row,
        kind: row.what === "orders.add-note" ? "note" : "audit",
        subject: "audit",
        from: null,
        detail,
      },
    ];
  });
}

/** What was sent of the order: its own messages, and the e-mails to its buyer that name it. */
async function transmissionsOf(
  ctx: AppContext,
  { id, userId, ids }: { readonly id: string; readonly userId: string; readonly ids: readonly string[] },
): Promise<Happening[]> {
  const { aggregateId, destination, payload, seq } = transmissions;
  const mailed = and(
    eq(aggregateId, userId),
    eq(destination, "email"),
    sql`position(${id} in ${payload}) > 0`,
  );
  const rows = await ctx.db
    .select()
    .from(transmissions)
    .where(or(inArray(aggregateId, [...ids]), mailed))
    .orderBy(seq);
  const attempts = await ctx.db
    .select()
    .from(transmissionAttempts)
    .where(
      inList(
        transmissionAttempts.transmissionId,
        rows.map((row) => row.id),
      ),
    );
  const places = new Map(rows.map((row) => [row.id, row.destination]));
  const nothing = { from: null, by: null, actorId: null };
  return [
    ...rows.map((row) => ({
      ...nothing,
      ...{ kind: "transmission" as const, at: row.createdAt, id: row.id },
      ...{ subject: row.destination, what: row.type, detail: row.state },
    })),
    ...attempts.map((row) => ({
      ...nothing,
      ...{ kind: "attempt" as const, at: row.endedAt, id: row.transmissionId },
      subject: places.get(row.transmissionId) ?? "events",
      ...{ what: row.outcome, detail: row.error },
    })),
  ];
}

async function notificationsOf(
  ctx: AppContext,
  { id, userId }: { readonly id: string; readonly userId: `user_${string}` },
): Promise<Happening[]> {
  const { recipient, kind, createdAt, params } = notifications;
  const rows = await ctx.db
    .select({ id: notifications.id, subject: recipient, what: kind, at: createdAt })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), sql`${params} ->> 'orderId' = ${id}`));
  return rows.map((row) => ({
    kind: "notification",
    from: null,
    by: null,
    actorId: null,
    detail: null,
    ...row,
  }));
}

import { and, eq, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { notifications } from "#db/schema/notifications.ts";
import { auditLog, stateHistory } from "#db/schema/platform.ts";
import { transmissionAttempts, transmissions } from "#db/schema/transmissions.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { instantOut } from "../platform/values/text.ts";

/** Something that happened to an order or to what belongs to it. */
export const Happening = z.object({
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

interface OrderIds {
  /** The order. */
  readonly id: string;
  readonly userId: `user_${string}`;
  /** The order and all that belongs to it. */
  readonly ids: readonly string[];
}

/** What happened to an order and to what belongs to it, the first thing first. */
export async function timelineOf(ctx: AppContext, order: OrderIds): Promise<Happening[]> {
  const parts = await Promise.all([
    stepsOf(ctx, order.ids),
    auditOf(ctx, order.ids),
    transmissionsOf(ctx, order),
    notificationsOf(ctx, order),
  ]);
  return parts.flat().sort((one, other) => one.at.getTime() - other.at.getTime());
}

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
    .where(and(inArray(entity, ["order", "payment", "hold", "refund", "shipping"]), inList(entityId, ids)))
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
    const kind = row.what === "orders.add-note" ? "note" : "audit";
    const written: Happening = { ...row, kind, subject: "audit", from: null, detail };
    const number = meta?.queueNumber;
    if (!number) return [written];
    return [{ ...written, kind: "queue", subject: "queue", what: String(number) }, written];
  });
}

/** What was sent of the order: its own messages, and the e-mails to its buyer that name it. */
async function transmissionsOf(ctx: AppContext, { id, userId, ids }: OrderIds): Promise<Happening[]> {
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

async function notificationsOf(ctx: AppContext, { id, userId }: OrderIds): Promise<Happening[]> {
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

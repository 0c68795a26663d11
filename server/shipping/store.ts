import { asc, eq, sql } from "drizzle-orm";
import { shippings } from "#db/schema/shipping.ts";
import type { OrderId } from "../orders/contract.ts";
import { insertRows } from "../platform/database/insert-rows.ts";
import { inList } from "../platform/database/rows.ts";
import { type Step, transitionOn } from "../platform/database/transition.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { ShippingId } from "./contract.ts";
import { type ShippingState, shippingMachine } from "./machine.ts";

export type ShippingRow = typeof shippings.$inferSelect;

const move = transitionOn(shippings, shippingMachine);

export const insertShippings = (tx: Tx, rows: readonly (typeof shippings.$inferInsert)[]): Promise<void> =>
  insertRows(tx, shippings, rows);

interface MoveTo {
  readonly to: ShippingState;
  readonly reason: string;
  /** Who carries it, and the number under which it is followed there. */
  readonly parcel?: Pick<ShippingRow, "carrier" | "trackingNumber"> | undefined;
}

export const moveShippings = (tx: Tx, steps: readonly Step<ShippingId>[], { to, reason, parcel }: MoveTo) =>
  move.many(tx, steps, to, { reason, set: { updatedAt: sql`app_now()`, ...parcel } });

/** Corrects by whom and under which number a parcel is followed; its state and since when it has it stay. */
export async function correctTracking(
  tx: Tx,
  id: ShippingId,
  { carrier, trackingNumber }: Pick<ShippingRow, "carrier" | "trackingNumber">,
): Promise<void> {
  await tx.db.update(shippings).set({ carrier, trackingNumber }).where(eq(shippings.id, id));
}

export async function findShipping(ctx: AppContext, id: ShippingId): Promise<ShippingRow | undefined> {
  const [row] = await ctx.db.select().from(shippings).where(eq(shippings.id, id));
  return row;
}

export async function findShippingOf(ctx: AppContext, orderId: OrderId): Promise<ShippingRow | undefined> {
  const [row] = await ctx.db.select().from(shippings).where(eq(shippings.orderId, orderId));
  return row;
}

/** The shippings of orders, locked in one order until the transaction ends. */
export const lockShippingsOf = (tx: Tx, orderIds: readonly OrderId[]): Promise<ShippingRow[]> =>
  tx.db
    .select()
    .from(shippings)
    .where(inList(shippings.orderId, orderIds))
    .orderBy(asc(shippings.id))
    .for("update");

/** How many parcels are in each state, and for how many seconds the oldest of them has been in it. */
export const countByState = (ctx: AppContext) =>
  ctx.db
    .select({
      state: shippings.state,
      count: sql<number>`count(*)::int`,
      oldestSeconds: sql<number>`extract(epoch from app_now() - min(${shippings.updatedAt}))::float`,
    })
    .from(shippings)
    .groupBy(shippings.state);

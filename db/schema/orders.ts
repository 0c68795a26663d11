import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { orderMachine } from "#server/orders/machine.ts";
import { users } from "./auth.ts";
import { eventSessions } from "./catalog.ts";
import { holds } from "./holds.ts";
import { instantNow, krw } from "./platform.ts";

export const orderState = pgEnum("order_state", orderMachine.states);

export const orders = pgTable(
  "orders",
  {
    id: text().$type<`order_${string}`>().primaryKey(),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    holdId: text()
      .$type<`hold_${string}`>()
      .notNull()
      .unique()
      .references(() => holds.id),
    quantity: integer().notNull(),
    amountKrw: krw().notNull(),
    /** How the tickets come to the buyer: on the phone, or on paper too. */
    delivery: text({ enum: ["MOBILE", "PAPER"] })
      .notNull()
      .default("MOBILE"),
    /** What of the amount is for the parcel. */
    shippingFeeKrw: krw().notNull().default(0),
    state: orderState().notNull().default(orderMachine.initial),
    /** Why it failed or was cancelled: `payment_declined`, `sold_out_after_payment`, `cancelled_by_buyer`. */
    endReason: text(),
    /** The order that its tickets were bought with after all, when its money came after its end. */
    replacedById: text()
      .$type<`order_${string}`>()
      .references((): AnyPgColumn => orders.id),
    /** The trace the purchase began under; later steps of it are logged and sent under the same one. */
    traceId: text().notNull(),
    /** How many older orders have its number: some may from before numbers were unique, and no order made since does. */
    sameNumberBefore: smallint().notNull().default(0),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    index().on(t.userId, t.createdAt),
    index().on(t.eventSessionId, t.id),
    index().on(t.createdAt, t.id),
    // The order number is the end of the id. People search by it, and no two new orders share one.
    uniqueIndex("orders_number").on(sql`right(${t.id}, 8)`, t.sameNumberBefore),
    index().on(t.state, t.createdAt, t.id),
    index().on(t.eventSessionId, t.createdAt, t.id),
    check("order_quantity_positive", sql`${t.quantity} > 0`),
    // Which mobile orders are still to be completed.
    index("orders_uncompleted").on(t.eventSessionId).where(sql`state = 'confirmed' and delivery = 'MOBILE'`),
    check("order_amount_not_negative", sql`${t.amountKrw} >= 0`),
    check("order_shipping_fee_within_amount", sql`${t.shippingFeeKrw} between 0 and ${t.amountKrw}`),
  ],
);

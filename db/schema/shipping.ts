import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { shippingMachine } from "#server/shipping/machine.ts";
import { orders } from "./orders.ts";
import { instant, instantNow } from "./platform.ts";

export const shippingState = pgEnum("shipping_state", shippingMachine.states);

/** Where the paper tickets of an order go, from the checkout on. */
export const deliveryAddresses = pgTable(
  "delivery_addresses",
  {
    id: text().$type<`address_${string}`>().primaryKey(),
    orderId: text()
      .$type<`order_${string}`>()
      .notNull()
      .unique()
      .references(() => orders.id),
    /** Recipient, phone and address as one sealed text; null once it is erased. */
    sealed: text(),
    erasedAt: instant(),
    createdAt: instantNow(),
  },
  (t) => [
    index("delivery_addresses_unerased").on(t.createdAt).where(sql`sealed is not null`),
    check("address_sealed_or_erased", sql`(${t.sealed} is null) = (${t.erasedAt} is not null)`),
  ],
);

/** The parcel with the paper tickets of a paid order. */
export const shippings = pgTable(
  "shippings",
  {
    id: text().$type<`shipping_${string}`>().primaryKey(),
    orderId: text()
      .$type<`order_${string}`>()
      .notNull()
      .unique()
      .references(() => orders.id),
    state: shippingState().notNull().default(shippingMachine.initial),
    /** Who carries it, and the number under which it is followed there; null until it is shipped. */
    carrier: text(),
    trackingNumber: text(),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    index().on(t.state, t.createdAt, t.id),
    index().on(t.createdAt, t.id),
    index().on(t.state, t.updatedAt, t.id),
    index().on(t.updatedAt, t.id),
    // A number is found however its hyphens and letters are typed.
    index("shippings_tracking").on(sql`upper(replace(${t.trackingNumber}, '-', ''))`),
    check("carrier_with_number", sql`(${t.carrier} is null) = (${t.trackingNumber} is null)`),
  ],
);

import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { seats } from "#db/schema/seats.ts";
import { shippings } from "#db/schema/shipping.ts";
import { tickets } from "#db/schema/tickets.ts";
import { role } from "../platform/operation/allow.ts";
import { defineList } from "../platform/operation/list.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import { formatPhone } from "../platform/values/phone.ts";
import { instantOut } from "../platform/values/text.ts";
import { shippingMachine } from "../shipping/machine.ts";
import { addressesOf } from "../shipping/queries.ts";
import { shippingFilters, shippingsMatching } from "./shippings.ts";

/** A parcel with where it goes, as a carrier's form asks for it. */
const AddressedShipping = z.object({
  orderNumber: z.string(),
  recipient: z.string().nullable(),
  phone: z.string().nullable(),
  postcode: z.string().nullable(),
  address: z.string().nullable(),
  /** Tickets that are not void. */
  quantity: z.int(),
  seats: z.string(),
  status: z.enum(shippingMachine.states),
  eventTitle: z.string(),
  startsAt: instantOut,
});

/** It is downloaded only, and no page reads it: each address that is shown is a row of the audit log. */
export const listShippingAddresses = defineList({
  id: "reports.list-shipping-addresses",
  summary: "Parcels with their addresses, the oldest first, for those who ship them.",
  allow: role("ADMIN", "SELLER"),
  filters: { ...shippingFilters, state: shippingFilters.state.default("unsent") },
  item: AddressedShipping,
  titles: {
    orderNumber: ["주문번호", "Order number"],
    recipient: ["받는 분", "Recipient"],
    phone: ["전화번호", "Phone"],
    postcode: ["우편번호", "Postcode"],
    address: ["주소", "Address"],
    quantity: ["매수", "Tickets"],
    seats: ["좌석", "Seats"],
    status: ["배송 상태", "Shipping status"],
    eventTitle: ["공연", "Event"],
    startsAt: ["공연 일시", "Starts at"],
  },
  sorts: { createdAt: shippings.createdAt, updatedAt: shippings.updatedAt },
  initialSort: "createdAt",
  key: shippings.id,
  rows: async (ctx, filters, { keys, after, orderBy, limit }) => {
    const rows = await ctx.db
      .select({
        ...{ orderId: shippings.orderId, status: shippings.state },
        ...{ eventTitle: events.title, startsAt: eventSessions.startsAt },
        ...{ quantity: validTickets, seats: seatsOfOrder },
        ...keys,
      })
      .from(shippings)
      .innerJoin(orders, eq(orders.id, shippings.orderId))
      .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
      .innerJoin(events, eq(events.id, eventSessions.eventId))
      .where(and(shippingsMatching(ctx, filters), after))
      .orderBy(...orderBy)
      .limit(limit);
    const addresses = await addressesOf(
      ctx,
      rows.map(({ orderId }) => orderId),
    );
    return rows.map(({ orderId, ...row }) => {
      const address = addresses.get(orderId);
      return {
        ...row,
        orderNumber: shortCodeOf(orderId),
        recipient: address?.recipient ?? null,
        phone: address ? formatPhone(address.phone) : null,
        postcode: address?.postcode ?? null,
        address: address ? [address.address1, address.address2].filter(Boolean).join(" ") : null,
      };
    });
  },
});

const ofOrder = sql`${tickets.orderId} = ${shippings.orderId} and ${tickets.status} <> 'VOID'`;
const validTickets = sql<number>`(select count(*) from ${tickets} where ${ofOrder})`.mapWith(Number);
/** In any language: the number of a map's seat has section and row already. */
const seatName = sql`case when ${seats.row} is null then ${seats.section} || ' ' || ${seats.number} else ${seats.number} end`;
const seatsOfOrder = sql<string>`(
  select coalesce(string_agg(${seatName}, ', ' order by ${tickets.id}), '')
  from ${tickets} join ${seats} on ${seats.id} = ${tickets.seatId} where ${ofOrder})`;

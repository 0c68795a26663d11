import { en } from "#components/i18n/en.ts";
import { ko } from "#components/i18n/ko.ts";
import type { ListFile, Words } from "./http/exports.ts";
import type { Download } from "./platform/operation/list.ts";
import { listAttendees } from "./reports/attendees.ts";
import { listAudit } from "./reports/audit.ts";
import { listOrders } from "./reports/orders.ts";
import { listUnknownPayments } from "./reports/payments.ts";
import { listPeople } from "./reports/people.ts";
import { listRefunds } from "./reports/refunds.ts";
import { listSessionSales } from "./reports/sales.ts";
import { listShippingAddresses } from "./reports/shipping-addresses.ts";
import { listShippings } from "./reports/shippings.ts";
import { CARRIER_NAMES, CARRIERS } from "./shipping/values.ts";
import { transmissionList } from "./transmissions/queries.ts";

/** Whether a column has codes: literals, and neither a text nor an id such as `order_${string}`. */
type HasCodes<Value> = Value extends string | boolean
  ? Record<never, never> extends Record<`${Value}`, 1>
    ? false
    : true
  : false;
/** Each code of a column needs its words; a text may have words for what it says most. */
type WordsOf<Row> = {
  readonly [K in keyof Row as HasCodes<NonNullable<Row[K]>> extends true ? K : never]: Readonly<
    Record<`${NonNullable<Row[K]> & (string | boolean)}`, string>
  >;
} & { readonly [K in keyof Row as string extends Row[K] ? K : never]?: Words[string] };

const carrierNames = (language: "ko" | "en") =>
  Object.fromEntries(CARRIERS.map((carrier) => [carrier, CARRIER_NAMES[carrier][language]]));

/** A list's file, in which codes are called what the pages call them. */
const fileOf = <Row>(download: Download<Row>, words: (texts: typeof en) => WordsOf<Row>): ListFile => ({
  download,
  words: { ko: words(ko) as Words, en: words(en) as Words },
});

/** The lists that can be downloaded as CSV files, by the name in the address (docs/spec/http-api.md#calls). */
export const downloads: Readonly<Record<string, ListFile>> = {
  audit: fileOf(listAudit.download, () => ({})),
  orders: fileOf(listOrders.download, ({ state, order, parcel }) => ({
    status: state.order,
    delivery: parcel.types,
    endReason: order.endReason,
  })),
  "unknown-payments": fileOf(listUnknownPayments.download, ({ state, adminOrder }) => ({
    status: state.payment,
    decidedAs: adminOrder.unknown.decided,
  })),
  people: fileOf(listPeople.download, ({ state, person }) => ({ state: state.person, role: person.roles })),
  refunds: fileOf(listRefunds.download, ({ state, refundReason }) => ({
    state: state.refund,
    reason: refundReason,
  })),
  "session-sales": fileOf(listSessionSales.download, () => ({})),
  shippings: fileOf(listShippings.download, (texts) => ({
    status: texts.state.shipping,
    orderStatus: texts.state.order,
    carrier: carrierNames(texts === en ? "en" : "ko"),
  })),
  "shipping-addresses": fileOf(listShippingAddresses.download, ({ state }) => ({ status: state.shipping })),
  attendees: fileOf(listAttendees.download, ({ sellerSales }) => ({ status: sellerSales.statuses })),
  transmissions: fileOf(transmissionList.download, ({ state, destination }) => ({
    status: state.transmission,
    destination,
  })),
};

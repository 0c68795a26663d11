import type { OrderId } from "../orders/contract.ts";
import { readCsvTable, shownText } from "../platform/values/csv-table.ts";
import { idEndOf, shortCodeOf } from "../platform/values/id-forms.ts";
import { type ShippingId, trackingNumber as trackingText } from "../shipping/contract.ts";
import { CARRIER_NAMES, CARRIERS, type Carrier, plainTracking } from "../shipping/values.ts";
import type { TrackingMistake } from "./contract.ts";
import type { NumberedOrder } from "./store.ts";
import { TRACKING_COLUMNS, TRACKING_ROWS_MAX, type TrackingColumn } from "./values.ts";

const FILE = { columns: TRACKING_COLUMNS, required: TRACKING_COLUMNS, rowsMax: TRACKING_ROWS_MAX } as const;

/** A line of a file, as far as it can be read. */
interface TrackingRow {
  readonly line: number;
  /** The order as it is named: by its number or its whole id, both of which have the id's end. */
  readonly order: { readonly text: string; readonly end: string } | undefined;
  readonly carrier: Carrier | undefined;
  readonly trackingNumber: string | undefined;
}

interface TrackingFile {
  readonly rows: readonly TrackingRow[];
  readonly mistakes: readonly TrackingMistake[];
}

/** Reads a CSV file of orders with carriers and tracking numbers. @returns its lines, and what is wrong with it by itself */
export function readTrackingFile(bytes: Uint8Array): TrackingFile {
  const table = readCsvTable(bytes, FILE);
  const mistakes: TrackingMistake[] = [...table.mistakes];
  const rows = table.rows.map(({ line, cells }): TrackingRow => {
    const read = <T>(
      column: TrackingColumn,
      of: (text: string) => T | undefined,
      code: TrackingMistake["code"],
    ) => {
      const text = cells[column].trim();
      const value = text === "" ? undefined : of(text);
      if (value === undefined)
        mistakes.push({ line, column, code: text === "" ? "cell_empty" : code, found: shownText(text) });
      return value;
    };
    return {
      line,
      order: read("order", orderIn, "order_unknown"),
      carrier: read("carrier", carrierIn, "carrier_unknown"),
      trackingNumber: read("tracking", (text) => trackingText.safeParse(text).data, "tracking_wrong"),
    };
  });
  if (rows.length === 0 && mistakes.length === 0)
    mistakes.push({ line: 1, column: null, code: "no_orders", found: "" });
  return { rows, mistakes };
}

const ORDER_ID = /^order_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

function orderIn(text: string): TrackingRow["order"] {
  const end = ORDER_ID.test(text) ? text.slice(-8) : idEndOf(text);
  return end === undefined ? undefined : { text, end };
}

const plain = (text: string) => text.normalize("NFC").toLowerCase().replace(/[\s.]/g, "");

/** What a carrier may be called: its code, its names, and its Korean name without the word for a carrier. */
const CARRIER_OF = new Map(
  CARRIERS.flatMap((carrier) => {
    const { ko, en } = CARRIER_NAMES[carrier];
    return [carrier, ko, en, ko.replace("택배", "")].map((name) => [plain(name), carrier] as const);
  }),
);
const carrierIn = (text: string): Carrier | undefined => CARRIER_OF.get(plain(text));

/** An order of a file that can be shipped. */
interface PlannedOrder {
  readonly line: number;
  readonly id: ShippingId;
  readonly orderId: OrderId;
  readonly orderNumber: string;
  readonly carrier: Carrier;
  readonly trackingNumber: string;
  /** Whether it was shipped under this very number before. */
  readonly isDone: boolean;
}

interface Known {
  /** Those of the caller's that the file may mean. */
  readonly orders: readonly NumberedOrder[];
  /** Parcels under way with tracking numbers of the file. */
  readonly tracked: readonly Pick<NumberedOrder, "id" | "carrier" | "trackingNumber">[];
}

/** Compares a file with the orders that it names. @returns what to ship, or every mistake in the order of the file */
export function planShipping(file: TrackingFile, { orders, tracked }: Known) {
  const mistakes: TrackingMistake[] = [...file.mistakes];
  const seen = { order: new Set<string>(), tracking: new Set<string>() };
  const byEnd = Map.groupBy(orders, ({ orderId }) => orderId.slice(-8));
  const shipping = file.rows.flatMap((row): PlannedOrder[] => {
    const { line, order, carrier, trackingNumber } = row;
    const tell = (column: TrackingColumn, code: TrackingMistake["code"], found: string) =>
      void mistakes.push({ line, column, code, found: shownText(found) });
    const named = order && (byEnd.get(order.end) ?? []).filter(isNamed(order.text));
    const fault = order && named && orderFault(named, row, seen.order);
    if (order && fault) tell("order", fault.code, fault.found ?? order.text);
    const [found] = named ?? [];
    if (trackingNumber !== undefined && carrier !== undefined) {
      const key = `${carrier} ${plainTracking(trackingNumber)}`;
      const isTaken = tracked.some((other) => other.id !== found?.id && keyOf(other) === key);
      if (seen.tracking.has(key)) tell("tracking", "tracking_twice", trackingNumber);
      else if (isTaken) tell("tracking", "tracking_taken", trackingNumber);
      seen.tracking.add(key);
    }
    if (fault || !found?.id || carrier === undefined || trackingNumber === undefined) return [];
    const { id, orderId } = found;
    const isDone = isShippedSo(found, row);
    return [{ line, id, orderId, orderNumber: shortCodeOf(orderId), carrier, trackingNumber, isDone }];
  });
  const place = ({ line, column }: TrackingMistake) =>
    line * TRACKING_COLUMNS.length + (column === null ? 0 : TRACKING_COLUMNS.indexOf(column));
  return { mistakes: mistakes.sort((one, other) => place(one) - place(other)), shipping };
}

const keyOf = ({ carrier, trackingNumber }: Known["tracked"][number]) =>
  `${carrier} ${plainTracking(trackingNumber ?? "")}`;

const isNamed =
  (text: string) =>
  ({ orderId }: NumberedOrder): boolean =>
    !ORDER_ID.test(text) || orderId === text;

interface OrderFault {
  readonly code: TrackingMistake["code"];
  /** Where it is not what stands in the cell. */
  readonly found?: string;
}

const isShippedSo = (order: NumberedOrder, { carrier, trackingNumber }: TrackingRow): boolean =>
  order.carrier === carrier && order.trackingNumber === trackingNumber;

/** Why an order of a line cannot be shipped; null where it can, or was under this very number. */
function orderFault(named: readonly NumberedOrder[], row: TrackingRow, seen: Set<string>): OrderFault | null {
  const [order, other] = named;
  if (!order) return { code: "order_unknown" };
  if (other) return { code: "order_ambiguous" };
  if (seen.has(order.orderId)) return { code: "order_twice" };
  seen.add(order.orderId);
  if (order.delivery === "MOBILE") return { code: "order_mobile" };
  if (isShippedSo(order, row)) return null;
  if (order.orderState === "cancelled") return { code: "order_cancelled" };
  if (order.state === null) return { code: "order_unpaid" };
  return order.state === "preparing" ? null : { code: "state_wrong", found: order.state };
}

import type { OrderRow } from "../../orders/store.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { shippingMachine } from "../machine.ts";
import { insertShippings } from "../store.ts";

interface PaidOrder extends Pick<OrderRow, "id" | "delivery"> {
  readonly by: Origin;
}

/** A parcel for each of these orders that is for paper tickets, in the transaction in which they are paid. */
export async function createShippings(tx: Tx, paid: readonly PaidOrder[]): Promise<void> {
  const rows = paid
    .filter(({ delivery }) => delivery === "PAPER")
    .map(({ id: orderId, by }) => ({ id: newId("shipping"), orderId, by }));
  writeHistory(
    tx,
    rows.map(({ id, by: { actor: as, traceId } }) => ({
      ...{
        entity: shippingMachine.name,
        entityId: id,
        from: null,
        to: shippingMachine.initial,
        reason: "paid",
      },
      ...{ as, traceId },
    })),
  );
  await insertShippings(
    tx,
    rows.map(({ id, orderId }) => ({ id, orderId })),
  );
}

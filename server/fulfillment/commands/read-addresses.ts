import { inTransaction } from "../../platform/database/transaction.ts";
import { role } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { shortCodeOf } from "../../platform/values/id-forms.ts";
import { UNSENT } from "../../shipping/machine.ts";
import { addressesOf } from "../../shipping/queries.ts";
import { AddressedParcels, ReadAddresses } from "../contract.ts";
import { findContents, findParcels } from "../store.ts";
import { READ_MAX } from "../values.ts";

/**
 * Opens the addresses of parcels for those who ship them, to be shown or printed. Each that is opened is a row of the audit
 * log. Throws `not_found` (404) where one of the parcels is of another seller's event.
 */
export const readAddresses = defineDirectCommand({
  id: "fulfillment.read-addresses",
  summary: "Open the addresses of parcels, which the audit log records.",
  allow: role("ADMIN", "SELLER"),
  input: ReadAddresses,
  output: AddressedParcels,
  run: (ctx, { ids, session, event, purpose }) =>
    inTransaction(ctx, async (tx) => {
      const ownerId = tx.actor.role === "ADMIN" ? undefined : tx.actor.userId;
      const found = await findParcels(tx, { ids, session, event, ownerId, limit: READ_MAX + 1 });
      if (ids && found.length < new Set(ids).size) throw platformErrors.not_found({ what: "shipping" });
      const parcels = found.slice(0, READ_MAX);
      const orderIds = parcels.map(({ orderId }) => orderId);
      const addresses = await addressesOf(tx, orderIds);
      const contents = await findContents(tx, orderIds);
      const row = { action: "fulfillment.read-addresses", outcome: "ok", meta: { purpose } };
      writeAudit(
        tx,
        parcels.map(({ id: target }) => ({ ...row, target })),
      );
      return {
        hasMore: found.length > READ_MAX,
        parcels: parcels.map(({ orderStatus, ...parcel }) => ({
          ...parcel,
          orderNumber: shortCodeOf(parcel.orderId),
          isToBeSent: orderStatus === "confirmed" && UNSENT.includes(parcel.status),
          address: addresses.get(parcel.orderId) ?? null,
          ...(contents.get(parcel.orderId) ?? { quantity: 0, seats: [] }),
        })),
      };
    }),
});

import { and, eq, isNotNull, sql } from "drizzle-orm";
import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import { orders } from "#db/schema/orders.ts";
import { deliveryAddresses } from "#db/schema/shipping.ts";
import type { OrderId } from "../orders/contract.ts";
import { appNow } from "../platform/database/clock.ts";
import { insertRows } from "../platform/database/insert-rows.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { seal, unseal } from "../platform/values/seal.ts";
import { DeliveryAddress } from "./contract.ts";
import { shippingMachine } from "./machine.ts";

type AddressRow = typeof deliveryAddresses.$inferSelect;

const sealed = (id: AddressRow["id"], address: DeliveryAddress): string =>
  seal(JSON.stringify(address), `address ${id}`);

export const insertAddresses = (
  tx: Tx,
  rows: readonly { readonly orderId: OrderId; readonly address: DeliveryAddress }[],
): Promise<void> =>
  insertRows(
    tx,
    deliveryAddresses,
    rows.map(({ orderId, address }) => {
      const id = newId("address");
      return { id, orderId, sealed: sealed(id, address) };
    }),
  );

/** Another address of an order that is not paid yet. */
export async function replaceAddress(tx: Tx, orderId: OrderId, address: DeliveryAddress): Promise<void> {
  const [row] = await tx.db.select().from(deliveryAddresses).where(eq(deliveryAddresses.orderId, orderId));
  if (row?.sealed)
    await tx.db
      .update(deliveryAddresses)
      .set({ sealed: sealed(row.id, address) })
      .where(eq(deliveryAddresses.id, row.id));
}

/** The address belongs to the order that took the place of another. */
export async function moveAddress(tx: Tx, from: OrderId, orderId: OrderId): Promise<void> {
  await tx.db.update(deliveryAddresses).set({ orderId }).where(eq(deliveryAddresses.orderId, from));
}

/** A sealed address again; null where it was erased, or cannot be read since the app's secret is another one. */
export function openAddress({ id, sealed: text }: Pick<AddressRow, "id" | "sealed">): DeliveryAddress | null {
  if (text === null) return null;
  try {
    return DeliveryAddress.parse(JSON.parse(unseal(text, `address ${id}`)));
  } catch {
    return null;
  }
}

/** The sealed addresses of orders; none where it was erased. */
export const findAddresses = (ctx: AppContext, orderIds: readonly OrderId[]): Promise<AddressRow[]> =>
  ctx.db
    .select()
    .from(deliveryAddresses)
    .where(and(inList(deliveryAddresses.orderId, orderIds), isNotNull(deliveryAddresses.sealed)));

const ERASED = { sealed: null, erasedAt: appNow } as const;

/** Erases where a person's parcels went. */
export async function eraseAddressesOfUser(tx: Tx, userId: (typeof orders.$inferSelect)["userId"]) {
  await tx.db
    .update(deliveryAddresses)
    .set(ERASED)
    .where(
      and(
        isNotNull(deliveryAddresses.sealed),
        sql`${deliveryAddresses.orderId} in (select ${orders.id} from ${orders} where ${orders.userId} = ${userId})`,
      ),
    );
}

const ENDS = shippingMachine.states.filter((state) => shippingMachine.isEnd(state));
const ERASED_MAX = 1000;

/** Erases the addresses of parcels, and of orders that were never paid, that ended long ago. @returns how many */
export async function eraseOldAddresses(ctx: AppContext): Promise<number> {
  const rows = await ctx.db.execute(sql`
    update delivery_addresses set sealed = null, erased_at = app_now() where id in (
      select a.id from delivery_addresses a
      join orders o on o.id = a.order_id left join shippings s on s.order_id = a.order_id
      where a.sealed is not null
        and case when s.id is null then o.state in ('failed', 'cancelled') else ${inList(sql`s.state::text`, ENDS)} end
        and coalesce(s.updated_at, o.updated_at) < app_now() - make_interval(days => ${RETENTION_DAYS.deliveryAddresses})
      limit ${ERASED_MAX} for update of a skip locked)
    returning id`);
  return rows.length;
}

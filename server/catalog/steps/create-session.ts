import type { z } from "zod";
import { databaseNow } from "../../platform/database/clock.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import type { CreateEventSession } from "../contract.ts";
import { defaultCancelDeadline, requireDates, stockBirth } from "../policy.ts";
import { publishSales } from "../sales.store.ts";
import { findSale, insertEventSession, type SaleRow } from "../store.ts";

/**
 * A new event session with its stock, in the caller's transaction.
 * @throws `invalid_argument` (400) for dates that do not fit together
 */
export async function createSession(tx: Tx, input: z.output<typeof CreateEventSession>): Promise<SaleRow> {
  const { eventId, price, totalStock, line, cancelDeadlineAt: wanted, ...times } = input;
  const now = await databaseNow(tx.db);
  const cancelDeadlineAt = wanted ?? defaultCancelDeadline(times, now);
  requireDates({ ...times, cancelDeadlineAt }, now);
  const id = newId("event_session");
  await publishSales(tx, eventId, () => undefined);
  await insertEventSession(
    tx,
    {
      ...times,
      id,
      eventId,
      priceKrw: price,
      cancelDeadlineAt,
      queueAdmitLimit: line.admitLimit,
      queueAdmitRatePerSecond: line.admitRatePerSecond,
      queueMaxLength: line.maxLength,
    },
    totalStock,
  );
  writeHistory(tx, [stockBirth(id, totalStock, "created")]);
  const sale = await findSale(tx, id);
  if (!sale) throw platformErrors.not_found({ what: "event session" });
  return sale;
}

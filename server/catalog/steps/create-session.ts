import type { z } from "zod";
import { offerColumns, requireOffer } from "../../delivery/queries.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { releaseColumns } from "../../release/queries.ts";
import { copySeatMap } from "../../seat-maps/steps/copy-seat-map.ts";
import { createSeats, type SeatToCreate } from "../../seats/steps/create-seats.ts";
import { termsColumns } from "../../terms/queries.ts";
import type { CreateEventSession } from "../contract.ts";
import { defaultCancelDeadline, requireDates, stockBirth } from "../policy.ts";
import { publishSales } from "../sales.store.ts";
import { findSale, insertEventSession, type SaleRow } from "../store.ts";

type NewSession = Omit<z.output<typeof CreateEventSession>, "seats"> & {
  readonly seats?: readonly SeatToCreate[] | undefined;
};

/**
 * A new event session with its stock, in the caller's transaction: counted at one price, or numbered seats, listed or of a
 * map.
 * @throws `invalid_argument` (400) for dates that do not fit together, and what {@link copySeatMap} throws
 */
export async function createSession(tx: Tx, input: NewSession): Promise<SaleRow> {
  const { eventId, price, totalStock, seats: listed, seatMap, ...rest } = input;
  const { line, release, delivery, terms, cancelDeadlineAt: wanted, ...times } = rest;
  const now = await databaseNow(tx.db);
  const cancelDeadlineAt = wanted ?? defaultCancelDeadline(times, now);
  requireDates({ ...times, cancelDeadlineAt }, now);
  const { mobile: mobileOffered, paper: paperOffered, paperUntil: paperUntilAt } = delivery;
  requireOffer({ mobileOffered, paperOffered, paperUntilAt, startsAt: times.startsAt });
  const id = newId("event_session");
  await publishSales(tx, eventId, () => undefined);
  const copied = seatMap && (await copySeatMap(tx, seatMap));
  const seats = copied?.seats ?? listed;
  const supply = seats ? supplyOf(seats) : { priceKrw: price ?? 0, total: totalStock ?? 0 };
  await insertEventSession(
    tx,
    {
      ...times,
      ...offerColumns(delivery),
      ...termsColumns(terms),
      ...releaseColumns(release, now),
      id,
      eventId,
      priceKrw: supply.priceKrw,
      seated: seats !== undefined,
      drawingVersion: copied?.drawingVersion ?? null,
      cancelDeadlineAt,
      queueAdmitLimit: line.admitLimit,
      queueAdmitRatePerSecond: line.admitRatePerSecond,
      queueMaxLength: line.maxLength,
    },
    supply.total,
  );
  if (seats) await createSeats(tx, id, seats, copied?.drawing);
  writeHistory(tx, [stockBirth(id, supply.total, "created")]);
  const sale = await findSale(tx, id);
  if (!sale) throw platformErrors.not_found({ what: "event session" });
  return sale;
}

/** The stock that seats are: those that the house does not keep off sale, and the lowest price. */
function supplyOf(seats: readonly SeatToCreate[]) {
  const onSale = seats.filter(({ house }) => !house);
  const shown = onSale.length > 0 ? onSale : seats;
  return { priceKrw: shown.reduce((low, { price }) => Math.min(low, price), Infinity), total: onSale.length };
}

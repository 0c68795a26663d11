import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { offerColumns, requireOffer } from "../../delivery/queries.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import type { Release } from "../../release/contract.ts";
import { releaseColumns } from "../../release/queries.ts";
import { seatErrors } from "../../seats/errors.ts";
import { termsColumns } from "../../terms/queries.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import { EventSessionView, UpdateEventSession } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { findEvent, lockEvent } from "../events.store.ts";
import {
  changedDates,
  type Dates,
  isPriceShown,
  requireManager,
  requireUnchanged,
  stockBirth,
} from "../policy.ts";
import { viewSale } from "../queries.ts";
import { endsSale, offersMore } from "../sales.policy.ts";
import { eventIdOf, publishSales } from "../sales.store.ts";
import { recordChange } from "../steps/record-change.ts";
import { requireAccount } from "../steps/require-account.ts";
import { requireSecondOperator } from "../steps/require-second-operator.ts";
import {
  changeCounters,
  isUntaken,
  lockSale,
  type SaleRow,
  setWithheld,
  updateEventSession as update,
  wereEverSold,
} from "../store.ts";
import { STOCK_MAX } from "../values.ts";

const OVERRIDES = { OPEN: "OPEN", CLOSED: "CLOSED", SCHEDULED: null } as const;

/**
 * Opens or closes sales by hand, pauses or resumes letting people in, puts more stock on sale, or changes the dates, the
 * price, the maximum per person or the queue; anyone who has tickets is told of another start. Throws `not_found` for
 * another's event session, `account_needed` (403) where a seller without a connected account would have more on sale than
 * before, `stock_limit` (409), `invalid_argument` (400) for dates that would cheat those who have tickets, `price_fixed`
 * (409) for another price or other cancel fees after they were offered, `maximum_lowered` (409) for a lower maximum while someone has tickets,
 * `waitlist_promised` (409) for another release policy while people wait, `session_cancelled` (409), `seats_fixed` (409) for stock or a price of numbered seats, `closing_needs_approval` (409) for an operator who alone would end the sale, and
 * `changed_meanwhile` (409) where the event session is not as the caller has read it.
 */
export const updateEventSession = defineCommand({
  id: "catalog.update-event-session",
  summary:
    "Open or close sales, pause or resume the queue, add stock, or change dates, price, maximum and queue.",
  allow: role("ADMIN", "SELLER"),
  input: UpdateEventSession,
  output: EventSessionView,
  refuses: [
    catalogErrors.account_needed,
    catalogErrors.stock_limit,
    catalogErrors.too_many_changes,
    platformErrors.changed_meanwhile,
    catalogErrors.price_fixed,
    catalogErrors.maximum_lowered,
    catalogErrors.waitlist_promised,
    catalogErrors.session_cancelled,
    catalogErrors.closing_needs_approval,
    seatErrors.seats_fixed,
  ],
  audit: ({ id, readUpdatedAt: _, ...changes }) => ({ target: id, meta: changes }),
  run: (tx, input) => changeEventSession(tx, input, { isAlone: true }),
});

/**
 * The same in the caller's transaction.
 * @param isAlone - whether no second operator has approved it
 */
export async function changeEventSession(tx: Tx<UserActor>, input: Changes, { isAlone = false } = {}) {
  const { id, status, admission, addStock = 0, price, maxPerUser, delivery, readUpdatedAt } = input;
  const eventId = await eventIdOf(tx, id);
  requireManager(tx.actor, await findEvent(tx, eventId));
  let sale: SaleRow | undefined;
  await publishSales(tx, eventId, () => sale);
  // The lock makes other changes of the event and its event sessions wait, so that what is read next is what is changed.
  const { title } = await lockEvent(tx, eventId);
  const before = await lockSale(tx, id);
  if (!before) throw platformErrors.not_found({ what: "event session" });
  requireUnchanged(before, readUpdatedAt);
  if (before.cancelledAt) throw catalogErrors.session_cancelled();
  if (before.seated && (addStock > 0 || price !== undefined)) throw seatErrors.seats_fixed();
  if (changesPrice(before, input)) await requireOpenPrice(tx, before);
  if (maxPerUser && maxPerUser < before.maxPerUser && !isUntaken(before))
    throw catalogErrors.maximum_lowered({ maximum: before.maxPerUser });
  const set = {
    ...(status && { salesOverride: OVERRIDES[status] }),
    ...(admission && { admissionPaused: admission === "PAUSED" }),
    ...(price !== undefined && { priceKrw: price }),
    ...(maxPerUser && { maxPerUser }),
    ...(input.doorsMinutesBefore !== undefined && { doorsMinutesBefore: input.doorsMinutesBefore }),
    ...ruleColumns(input),
    ...(input.release && changedRelease(before, input.release)),
    ...(await changeDates(tx, { before, title, wanted: datesIn(input) })),
  };
  const after = { ...before, ...set, total: before.total + addStock };
  if (delivery) requireOffer(after);
  if (isAlone && endsSale(before, after, before.now)) requireSecondOperator(tx);
  if (offersMore(before, after, before.now)) await requireAccount(tx);
  await update(tx, id, set);
  sale = await changeCounters(tx, id, { total: addStock, remaining: addStock });
  if (before.withheldAt && set.releasePolicy && set.releasePolicy !== before.releasePolicy)
    sale = await setWithheld(tx, id, false);
  // Nothing else keeps stock from growing.
  if (!sale) throw catalogErrors.stock_limit({ limit: STOCK_MAX, total: before.total });
  if (addStock > 0) writeHistory(tx, [stockBirth(id, addStock, "restocked")]);
  return viewSale(tx, sale);
}

const datesIn = ({ startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt }: Changes) => ({
  ...{ startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt },
});

type Changes = z.output<typeof UpdateEventSession>;

/** Whether buyers would pay another price, or another fee for giving tickets back. */
const changesPrice = (before: SaleRow, { price = before.priceKrw, terms }: Changes): boolean =>
  price !== before.priceKrw ||
  (terms?.cancelFees !== undefined && !isDeepStrictEqual(terms.cancelFees, before.cancelFees));

/**
 * The columns of another release policy.
 * @throws `waitlist_promised` (409) while people wait: they were promised what comes back
 */
function changedRelease(before: SaleRow & { readonly now: Date }, release: Release) {
  if (before.releasePolicy === "WAITLIST" && before.withheldAt && release.policy !== "WAITLIST")
    throw catalogErrors.waitlist_promised();
  return releaseColumns(release, before.now);
}

/** The columns of the queue, of how tickets come to their buyers, and of what those may do with them later. */
const ruleColumns = ({ line = {}, delivery, terms }: Changes) => ({
  ...offerColumns(delivery),
  ...termsColumns(terms),
  ...(line.admitLimit && { queueAdmitLimit: line.admitLimit }),
  ...(line.admitRatePerSecond && { queueAdmitRatePerSecond: line.admitRatePerSecond }),
  ...(line.maxLength && { queueMaxLength: line.maxLength }),
});

/** The price and the fees are what buyers agreed to: they change while none could buy, and none has tickets. The stock is locked. */
async function requireOpenPrice(tx: Tx, sale: SaleRow & { now: Date }): Promise<void> {
  if (!isUntaken(sale) || isPriceShown(sale, sale.now) || (await wereEverSold(tx, [sale.id])))
    throw catalogErrors.price_fixed();
}

interface DatesWanted {
  readonly before: NonNullable<Awaited<ReturnType<typeof lockSale>>>;
  readonly title: string;
  readonly wanted: { readonly [D in keyof Dates]?: Dates[D] | undefined };
}

/**
 * The dates to set; empty if they stay. The caller locked the stock before it read whether tickets are taken, so no ticket is
 * taken between this and the commit.
 */
async function changeDates(tx: Tx, { before, title, wanted }: DatesWanted) {
  const given = Object.fromEntries(Object.entries(wanted).filter(([, date]) => date !== undefined));
  if (Object.keys(given).length === 0) return {};
  const isPromised = !isUntaken(before);
  const after = changedDates({ ...before, isPromised }, given, before.now);
  const fields = (Object.keys(after) as (keyof Dates)[]).filter(
    (field) => after[field].getTime() !== before[field].getTime(),
  );
  if (fields.length === 0) return {};
  const isTold = isPromised && fields.includes("startsAt");
  const meta = Object.fromEntries(fields.flatMap((field) => oldAndNew(field, before, after)));
  const { id, eventId } = before;
  await recordChange(tx, { what: "eventSession", id, isTold, meta });
  if (!isTold) return after;
  const payload = {
    ...{ eventId, sessionId: id, title },
    ...{ oldStartsAt: before.startsAt.toISOString(), newStartsAt: after.startsAt.toISOString() },
    cancelDeadlineAt: after.cancelDeadlineAt.toISOString(),
  };
  writeTransmissions(tx, [
    { destination: "events", type: "event-sessions.updated", aggregateId: id, payload },
  ]);
  return { ...after, movedFromAt: before.startsAt };
}

/** As the audit log has a change: `oldStartsAt`, `newStartsAt`. */
function oldAndNew(field: keyof Dates, before: Dates, after: Dates): [string, string][] {
  const name = `${field[0]?.toUpperCase()}${field.slice(1)}`;
  return [
    [`old${name}`, before[field].toISOString()],
    [`new${name}`, after[field].toISOString()],
  ];
}

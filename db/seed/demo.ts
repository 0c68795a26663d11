import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { payments } from "#db/schema/payments.ts";
import { seatMaps } from "#db/schema/seat-maps.ts";
import { grantRole } from "#server/auth/commands/grant-role.ts";
import { createEvent } from "#server/catalog/commands/create-event.ts";
import { createEventSession } from "#server/catalog/commands/create-event-session.ts";
import { checkOut } from "#server/checkout/commands/check-out.ts";
import { holdTickets } from "#server/checkout/commands/hold-tickets.ts";
import { takePaymentCallback } from "#server/checkout/commands/take-payment-callback.ts";
import { signUp } from "#server/credentials/commands/sign-up.ts";
import { upsertAccount } from "#server/integration/accounts.store.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { env } from "#server/platform/config/env.ts";
import { databaseNow } from "#server/platform/database/clock.ts";
import { inTransaction } from "#server/platform/database/transaction.ts";
import {
  type AppContext,
  createContext,
  type Role,
  systemContext,
} from "#server/platform/operation/context.ts";
import { type Id, newId } from "#server/platform/values/ids.ts";
import { joinQueue } from "#server/queue/commands/join-queue.ts";
import { createSeatMap } from "#server/seat-maps/commands/create-seat-map.ts";
import type { SeatMapPlanInput } from "#server/seat-maps/contract.ts";
import { type Evening, SEASON, type Show } from "./season.ts";

/** The accounts that the start prints. */
const ACCOUNTS = [
  { email: "admin@demo.test", role: "ADMIN" },
  { email: "seller@demo.test", role: "SELLER" },
  { email: "buyer@demo.test", role: "USER" },
] as const satisfies readonly { email: string; role: Role }[];
const PASSWORD = "Demo1234";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SEOUL_OFFSET_MS = 9 * 60 * MINUTE_MS;

/**
 * Accounts and a season to look around with, made through the commands that people use. A later start adds the evenings that
 * are missing by then, so that there is always something on sale and something that opens soon.
 */
export async function seedDemo(): Promise<void> {
  const { admin, buyer } = await accounts();
  const known = await db.select({ id: events.id, title: events.title, status: events.status }).from(events);
  const isOurs = known.length === 0 || known.some(({ title }) => SEASON.some((show) => show.title === title));
  if (!isOurs) return;
  const now = await databaseNow(db);
  for (const show of SEASON) {
    const event = known.find(({ title }) => title === show.title);
    // An operator who took a show off the site does not get it back.
    if (event && event.status !== "PUBLISHED") continue;
    const eventId = event?.id ?? (await makeEvent(admin, show));
    for (const evening of await missingEvenings(eventId, show, now))
      await makeEvening({ admin, buyer, eventId, show, evening, now });
  }
}

const makeEvent = async (
  admin: AppContext,
  { title, description, venue, runningMinutes, ageRating }: Show,
): Promise<Id<"event">> =>
  (await createEvent(admin, { title, description, venue, runningMinutes, ageRating, status: "PUBLISHED" }))
    .id;

/** All evenings of a show that has none to come, or that is to open soon and does not; never two at one time. */
async function missingEvenings(eventId: Id<"event">, show: Show, now: Date): Promise<readonly Evening[]> {
  const made = await db
    .select({ startsAt: eventSessions.startsAt, salesOpenAt: eventSessions.salesOpenAt })
    .from(eventSessions)
    .where(eq(eventSessions.eventId, eventId));
  const isThere = made.some(({ startsAt, salesOpenAt }) =>
    show.opensSoon ? new Date(salesOpenAt) > now : new Date(startsAt) > now,
  );
  const starts = made.map(({ startsAt }) => new Date(startsAt).getTime());
  return isThere ? [] : show.evenings.filter((evening) => !starts.includes(startOf(evening, now).getTime()));
}

/** When an evening starts: so many days from today by the Korean calendar. */
function startOf({ inDays, at = "19:30" }: Pick<Evening, "inDays" | "at">, now: Date): Date {
  const day = new Date(now.getTime() + SEOUL_OFFSET_MS + inDays * DAY_MS).toISOString().slice(0, 10);
  return new Date(`${day}T${at}:00+09:00`);
}

interface Making {
  readonly admin: AppContext;
  readonly buyer: AppContext;
  readonly eventId: Id<"event">;
  readonly show: Show;
  readonly evening: Evening;
  readonly now: Date;
}

async function makeEvening({ admin, buyer, eventId, show, evening, now }: Making): Promise<void> {
  const { hall, venue, doorsMinutesBefore, entryCodes = "ANY", transferable = false } = show;
  const { opens, price, totalStock, maxPerUser, isSoldOut } = evening;
  const startsAt = startOf(evening, now);
  const { id } = await createEventSession(admin, {
    ...{ eventId, startsAt: startsAt.toISOString(), doorsMinutesBefore },
    salesOpenAt: openingOf(opens, now).toISOString(),
    salesCloseAt: new Date(startsAt.getTime() - 60 * MINUTE_MS).toISOString(),
    terms: { entryCodes, transferable },
    ...(maxPerUser && { maxPerUser }),
    ...(hall ? { seatMap: await seatMapOf(admin, venue, hall) } : { price, totalStock }),
  });
  if (isSoldOut && totalStock && env.PAYMENT_PROVIDER === "sandbox") await buyAll(buyer, id, totalStock);
}

const openingOf = (opens: Evening["opens"], now: Date): Date =>
  typeof opens === "number"
    ? new Date(toMinute(now) + opens * MINUTE_MS)
    : startOf({ inDays: 1, at: opens }, now);

const toMinute = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;

/** The hall's map, which is drawn once. */
async function seatMapOf(admin: AppContext, venue: string, plan: SeatMapPlanInput) {
  const [known] = await db
    .select({ id: seatMaps.id })
    .from(seatMaps)
    .where(eq(seatMaps.name, venue))
    .limit(1);
  return { seatMapId: known?.id ?? (await createSeatMap(admin, { name: venue, venue, plan })).id };
}

/** Sells an evening out, by the steps that a buyer takes. */
async function buyAll(buyer: AppContext, sessionId: Id<"event_session">, quantity: number): Promise<void> {
  const once = () => ({ ...buyer, idempotencyKey: crypto.randomUUID() });
  const { queueToken } = await joinQueue(buyer, { sessionId });
  const { holdId } = await holdTickets(once(), { sessionId, quantity, queueToken });
  const { paymentId } = await checkOut(once(), { holdId, method: "CARD" });
  const [payment] = await db
    .select({ pgPaymentId: payments.pgPaymentId })
    .from(payments)
    .where(eq(payments.id, paymentId));
  if (payment)
    await takePaymentCallback(
      createContext(),
      signCallback({ pgPaymentId: payment.pgPaymentId, status: "SUCCESS" }, crypto.randomUUID()),
    );
}

async function accounts(): Promise<Record<"admin" | "buyer", AppContext>> {
  for (const { email, role } of ACCOUNTS) {
    const [known] = await db
      .select()
      .from(users)
      .where(eq(sql`lower(${users.email})`, email));
    const { id: userId } = known ?? (await signUp(createContext(), { email, password: PASSWORD }));
    if (known?.role !== role) await grantRole(systemContext("demo"), { userId, role });
    if (role === "SELLER") await connectAccount(userId);
  }
  return { admin: await contextOf(ACCOUNTS[0]), buyer: await contextOf(ACCOUNTS[2]) };
}

async function contextOf({ email, role }: (typeof ACCOUNTS)[number]): Promise<AppContext> {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  const userId = user?.id as Id<"user">;
  return createContext({ actor: { kind: "user", userId, role, loginSessionId: newId("login_session") } });
}

/** Connects an account, since only then is its owner a seller. */
const connectAccount = (userId: Id<"user">): Promise<void> =>
  inTransaction(systemContext("demo"), (tx) =>
    upsertAccount(tx, { userId, vendorId: "A00000001", companyName: "선착 공연기획" }),
  );

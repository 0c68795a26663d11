import { eq } from "drizzle-orm";
import type { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { marketplaceAccounts } from "#db/schema/integration.ts";
import { payments } from "#db/schema/payments.ts";
import { createEvent } from "#server/catalog/commands/create-event.ts";
import { createEventSession } from "#server/catalog/commands/create-event-session.ts";
import type { EventSessionId, EventSessionView } from "#server/catalog/contract.ts";
import { checkOut } from "#server/checkout/commands/check-out.ts";
import { holdTickets } from "#server/checkout/commands/hold-tickets.ts";
import { takePaymentCallback } from "#server/checkout/commands/take-payment-callback.ts";
import type { BestAvailable } from "#server/holds/contract.ts";
import { listSeats } from "#server/holds/queries.ts";
import type { PaymentCallback } from "#server/payments/contract.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { databaseNow } from "#server/platform/database/clock.ts";
import { onlyRow } from "#server/platform/database/rows.ts";
import {
  type AppContext,
  createContext,
  newTraceId,
  type Role,
  type UserActor,
} from "#server/platform/operation/context.ts";
import { newId } from "#server/platform/values/ids.ts";
import { UNMATCHED_HASH } from "#server/platform/values/passwords.ts";
import { joinQueue } from "#server/queue/commands/join-queue.ts";
import type { ChosenSeatMap } from "#server/seat-maps/contract.ts";
import type { SeatId } from "#server/seats/contract.ts";
import type { Delivery } from "#server/shipping/contract.ts";
import type { NewTerms } from "#server/terms/contract.ts";
import { NO_FEES } from "#server/terms/values.ts";

/** A person in a test: each call gets a context with its own trace and, where wanted, its own idempotency key. */
export interface Person {
  readonly userId: UserActor["userId"];
  ctx(idempotencyKey?: string): AppContext;
}

export interface SaleOptions {
  /** Whose event it is; an admin's by default. */
  readonly by?: Person;
  readonly stock?: number;
  readonly price?: number;
  /** Numbered seats in place of counted stock: their prices. */
  readonly seats?: readonly number[];
  /** Seats of a map in place of counted stock. */
  readonly seatMap?: z.input<typeof ChosenSeatMap>;
  readonly maxPerUser?: number;
  readonly line?: { admitLimit?: number; admitRatePerSecond?: number; maxLength?: number };
  /** Hours from now; sales are open from an hour ago by default. */
  readonly salesOpenInHours?: number;
  readonly startsInHours?: number;
  /** Who gets what comes back. */
  readonly release?: { readonly policy: "AT_ONCE" | "WAITLIST" | "SCHEDULED"; readonly times?: string[] };
  /** Whether paper tickets are sold too, for 3,000 KRW until the start. */
  readonly paper?: boolean;
  /** Until when tickets can be given back; a day before the start by default, or until it. */
  readonly cancelUntilHours?: number;
  /** What buyers may do with their tickets later; by default they give them back without a fee. */
  readonly terms?: z.input<typeof NewTerms>;
}

/** How many tickets of counted stock, which seats, or how many of the best ones. */
type Wish = number | readonly SeatId[] | BestAvailable;

function holdOf(wish: Wish) {
  if (typeof wish === "number") return { quantity: wish };
  return "quantity" in wish ? { bestAvailable: wish } : { seatIds: [...wish] };
}

const stockOf = ({ seats, seatMap, price = 50_000, stock: totalStock = 10 }: SaleOptions) => {
  if (seatMap) return { seatMap };
  return seats ? { seats: seatsAt(seats) } : { price, totalStock };
};

const seatsAt = (prices: readonly number[]) =>
  prices.map((price, index) => ({ number: String(index + 1), section: "A", price }));
/** Where paper tickets go. */
export const givenAddress = {
  type: "PAPER",
  recipient: "홍길동",
  phone: "010-0000-0001",
  postcode: "04524",
  address1: "서울 중구 세종대로 110",
  address2: "3층 301호",
} as const;

/** A queue so wide that no one waits, for tests that are not about waiting. */
const WIDE_LINE = { admitLimit: 100_000, admitRatePerSecond: 10_000, maxLength: 100_000 };

type DeliveryWanted = z.input<typeof Delivery>;

/** Named situations, made with the commands that people use. */
export const given = {
  /**
   * Accounts as rows, without the cost of a password: authentication has its own tests. A seller has a connected
   * marketplace account too.
   */
  async people(count: number, role: Role = "USER"): Promise<Person[]> {
    const rows = Array.from({ length: count }, () => ({ id: newId("user"), role }));
    await createContext()
      .db.insert(users)
      .values(
        rows.map(({ id }) => ({ id, role, email: `${id}@test.example`, passwordHash: UNMATCHED_HASH })),
      );
    if (role === "SELLER")
      await createContext()
        .db.insert(marketplaceAccounts)
        .values(
          rows.map(({ id }) => ({ id: newId("marketplace_account"), userId: id, vendorId: newVendorId() })),
        );
    return rows.map(({ id }) => personOf(id, role));
  },

  async person(role: Role = "USER"): Promise<Person> {
    const [person] = await given.people(1, role);
    return person as Person;
  },

  async two(): Promise<[Person, Person]> {
    return (await given.people(2)) as [Person, Person];
  },

  /** A published event with one event session on sale. */
  async saleOpen(options: SaleOptions = {}): Promise<EventSessionView> {
    const owner = options.by ?? (await given.person("ADMIN"));
    const now = await databaseNow(owner.ctx().db);
    const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
    const event = await createEvent(owner.ctx(), {
      title: "첫눈 콘서트",
      description: "겨울밤의 한 시간",
      venue: "서울",
      status: "PUBLISHED",
    });
    const { startsInHours = 72, salesOpenInHours = -1 } = options;
    const dayBefore = startsInHours - 24;
    const cancelUntilHours = options.cancelUntilHours ?? (dayBefore >= 1 ? dayBefore : startsInHours);
    return createEventSession(owner.ctx(), {
      eventId: event.id,
      startsAt: inHours(startsInHours),
      salesOpenAt: inHours(salesOpenInHours),
      salesCloseAt: inHours(startsInHours),
      cancelDeadlineAt: inHours(cancelUntilHours),
      terms: options.terms ?? { cancelFees: NO_FEES },
      ...stockOf(options),
      maxPerUser: options.maxPerUser ?? 4,
      line: { ...WIDE_LINE, ...options.line },
      ...(options.release && { release: options.release }),
      ...(options.paper && { delivery: { paper: true, paperUntil: inHours(startsInHours) } }),
    });
  },

  /** The same with numbered seats `1`, `2`, … at these prices. @returns also the seats' ids, in that order */
  async seatsOpen(seats: readonly number[], options: SaleOptions = {}) {
    const sale = await given.saleOpen({ ...options, seats });
    const listed = await listSeats(createContext(), { id: sale.id });
    const ids = listed.sort((a, b) => Number(a.number) - Number(b.number)).map(({ id }) => id);
    return { ...sale, ids };
  },

  /** The queue token of a person who was let in. */
  async admitted(person: Person, eventSessionId: EventSessionId): Promise<string> {
    const { queueToken } = await joinQueue(person.ctx(), { sessionId: eventSessionId });
    return queueToken;
  },

  /** A live hold. */
  async hold(person: Person, eventSessionId: EventSessionId, wish: Wish = 1) {
    const queueToken = await given.admitted(person, eventSessionId);
    return holdTickets(person.ctx(newKey()), { sessionId: eventSessionId, ...holdOf(wish), queueToken });
  },

  /** An order at its payment: the hold went to the checkout and the provider waits for the buyer. */
  async checkout(person: Person, eventSessionId: EventSessionId, wish: Wish = 1, delivery?: DeliveryWanted) {
    const { holdId } = await given.hold(person, eventSessionId, wish);
    const checkout = await checkOut(person.ctx(newKey()), { holdId, method: "CARD", delivery });
    const [payment] = await createContext()
      .db.select()
      .from(payments)
      .where(eq(payments.id, checkout.paymentId));
    const { pgPaymentId, amountKrw } = onlyRow(payment ? [payment] : []);
    return { ...checkout, holdId, pgPaymentId, amountKrw };
  },

  /** A confirmed order with its tickets. */
  async paidOrder(person: Person, eventSessionId: EventSessionId, wish: Wish = 1, delivery?: DeliveryWanted) {
    const checkout = await given.checkout(person, eventSessionId, wish, delivery);
    await given.callback(checkout.pgPaymentId, "SUCCESS");
    return checkout;
  },

  /** The provider's word, signed as the sandbox signs it; each call is a webhook of its own unless an id is given. */
  callback(
    pgPaymentId: string,
    status: PaymentCallback["status"],
    extra: { id?: string; amount?: number; code?: string } = {},
  ) {
    const { id = newKey(), ...said } = extra;
    return takePaymentCallback(createContext(), signCallback({ pgPaymentId, status, ...said }, id));
  },
};

let vendors = 0;
/** A vendor that is not connected. */
export const newVendorId = (): string => `A${String(10_000_000 + vendors++)}`;

/** A new idempotency key. */
export const newKey = (): string => crypto.randomUUID();

const personOf = (userId: UserActor["userId"], role: Role): Person => ({
  userId,
  ctx: (idempotencyKey) =>
    createContext({
      actor: { kind: "user", userId, role, loginSessionId: newId("login_session") },
      traceId: newTraceId(),
      idempotencyKey,
    }),
});

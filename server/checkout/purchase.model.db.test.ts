import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { stock } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { seats } from "#db/schema/seats.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import type { HoldId } from "#server/holds/contract.ts";
import { AppError } from "#server/platform/operation/errors.ts";
import type { SeatId } from "#server/seats/contract.ts";
import { clock } from "#server/testing/clock.ts";
import { given, newKey, type Person } from "#server/testing/given.ts";
import { givenHall, hallOf } from "#server/testing/halls.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { type ModelWish, purchaseModel } from "#server/testing/purchase-model.ts";
import { patient } from "../testing/patience.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { checkOut } from "./commands/check-out.ts";

const PEOPLE = 3;
const SALE = { stock: 5, maxPerUser: 4 };
const PRICES = [9000, 7000, 8000, 7000, 1000];

const KINDS = [
  { kind: "counted stock", stock: "counted", wish: fc.integer({ min: 1, max: SALE.maxPerUser }) },
  {
    kind: "numbered seats",
    stock: "listed",
    wish: fc.uniqueArray(fc.nat(SALE.stock - 1), { minLength: 1, maxLength: SALE.maxPerUser }),
  },
  {
    kind: "the best seats of a map",
    stock: "map",
    wish: fc.record({ best: fc.integer({ min: 1, max: SALE.maxPerUser }) }),
  },
] as const;

const who = fc.nat(PEOPLE - 1);
const stepOf = (wish: fc.Arbitrary<ModelWish>) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ act: fc.constant("hold" as const), who, wish }) },
    { weight: 4, arbitrary: fc.record({ act: fc.constant("checkOut" as const), who }) },
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constantFrom("succeed" as const, "succeed" as const, "fail" as const, "decline" as const),
        who,
        /** Of the purchase that came so many before the last one. */
        back: fc.constantFrom(0, 0, 0, 1, 2),
        /** Told twice at once. */
        doubled: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ act: fc.constantFrom("release" as const, "cancel" as const), who }) },
    {
      weight: 3,
      arbitrary: fc.record({ act: fc.constant("forward" as const), seconds: fc.constantFrom(60, 120, 301) }),
    },
  );
type Step = ReturnType<typeof stepOf> extends fc.Arbitrary<infer S> ? S : never;

/** What the provider says. */
const WORDS = { succeed: "SUCCESS", fail: "FAIL", decline: "DECLINED" } as const;
const isWord = (next: Step): next is Extract<Step, { back: number }> => next.act in WORDS;

interface Bought {
  readonly holdId: HoldId;
  orderId?: `order_${string}`;
  pgPaymentId?: string | undefined;
}

it.each(KINDS)(
  "agrees with the plain rules of $kind after any holds, payments, late and doubled callbacks, and refunds",
  async ({ stock: kindOfStock, wish }) => {
    const steps = fc.array(stepOf(wish), { minLength: 10, maxLength: 30, size: "max" });
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const sale = await saleOf(kindOfStock);
        const people = await given.people(PEOPLE);
        const model = purchaseModel({ ...SALE, seated: kindOfStock !== "counted" });
        const bought = new Map<number, Bought[]>();
        for (const next of taken) {
          await take(next, sale, people, bought);
          apply(model, next);
          for (let person = 0; person < PEOPLE; person++)
            expect(
              await view(sale, people[person] as Person, bought.get(person)?.at(-1)),
              JSON.stringify(next),
            ).toEqual(model.view(person));
        }
        await expectEquationsHold();
      }),
      { numRuns: 25 },
    );
  },
  patient(120_000),
);

interface Sale {
  readonly id: EventSessionId;
  /** None where stock is counted. */
  readonly seatIds: readonly SeatId[];
}

async function saleOf(kindOfStock: (typeof KINDS)[number]["stock"]): Promise<Sale> {
  const options = { ...SALE, startsInHours: 1000 };
  if (kindOfStock === "map") {
    // A seat a row: the best ones are those in the front rows, one after the other.
    const { id, ids: seatIds } = await givenHall({
      ...options,
      plan: hallOf({ rows: SALE.stock, seatsPerRow: 1 }),
    });
    return { id, seatIds };
  }
  if (kindOfStock === "counted") return { id: (await given.saleOpen(options)).id, seatIds: [] };
  const { id, ids: seatIds } = await given.seatsOpen(PRICES, options);
  return { id, seatIds };
}

function apply(model: ReturnType<typeof purchaseModel>, next: Step): void {
  if (next.act === "forward") model.forward(next.seconds);
  else if (next.act === "hold") model.hold(next.who, next.wish);
  else if (isWord(next)) model[next.act](next.who, next.back);
  else model[next.act](next.who);
}

/** Does the step for real; a refusal is no fault here, since the model says what must have changed. */
async function take(
  next: Step,
  { id, seatIds }: Sale,
  people: readonly Person[],
  bought: Map<number, Bought[]>,
) {
  if (next.act === "forward") return clock.move(next.seconds);
  const person = people[next.who] as Person;
  const own = bought.get(next.who) ?? [];
  const last = own.at(-1);
  if (next.act === "hold") {
    const held = await orRefused(given.hold(person, id, wishOf(next.wish, seatIds)));
    if (held) bought.set(next.who, [...own, { holdId: held.holdId }]);
    return;
  }
  if (!last) return;
  if (next.act === "release") await orRefused(releaseHold(person.ctx(), { holdId: last.holdId }));
  else if (next.act === "checkOut") await pay(person, last);
  else if (next.act === "cancel" && last.orderId)
    await orRefused(cancelOrder(person.ctx(newKey()), { id: last.orderId }));
  else if (isWord(next)) {
    const paid = own.filter(({ pgPaymentId }) => pgPaymentId).at(-1 - next.back);
    if (!paid?.pgPaymentId) return;
    const { pgPaymentId } = paid;
    const tell = () => given.callback(pgPaymentId, WORDS[next.act]);
    await Promise.all(next.doubled ? [tell(), tell()] : [tell()]);
    await follow(paid, own);
  }
}

function wishOf(wish: ModelWish, seatIds: readonly SeatId[]) {
  if (typeof wish === "number") return wish;
  return "best" in wish ? { quantity: wish.best } : wish.map((seat) => seatIds[seat] as SeatId);
}

/** Where the tickets were bought with a new order after all, that is the person's last purchase. */
async function follow(paid: Bought, own: Bought[]): Promise<void> {
  const orderOf = async (id: NonNullable<Bought["orderId"]>) =>
    (await db.select().from(orders).where(eq(orders.id, id)))[0];
  const replaced = paid.orderId && (await orderOf(paid.orderId))?.replacedById;
  const order = replaced && (await orderOf(replaced));
  if (!order) return;
  own.push({ holdId: order.holdId, orderId: order.id, pgPaymentId: paid.pgPaymentId });
  paid.pgPaymentId = undefined;
}

async function pay(person: Person, last: Bought): Promise<void> {
  const checkout = await orRefused(checkOut(person.ctx(newKey()), { holdId: last.holdId, method: "CARD" }));
  if (!checkout) return;
  const [payment] = await db.select().from(payments).where(eq(payments.id, checkout.paymentId));
  Object.assign(last, { orderId: checkout.orderId, pgPaymentId: payment?.pgPaymentId });
}

const orRefused = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error) =>
    error instanceof AppError && error.status < 500 ? undefined : Promise.reject(error),
  );

async function view({ id, seatIds }: Sale, { userId }: Person, last: Bought | undefined) {
  const [sale] = await db.select().from(stock).where(eq(stock.eventSessionId, id));
  const [hold] = last ? await db.select().from(holds).where(eq(holds.id, last.holdId)) : [];
  const [order] = last ? await db.select().from(orders).where(eq(orders.holdId, last.holdId)) : [];
  const [payment] = order ? await db.select().from(payments).where(eq(payments.orderId, order.id)) : [];
  const listed = await db.select().from(seats).where(eq(seats.eventSessionId, id));
  const free = listed.filter(({ state }) => state === "available");
  const valid = and(eq(tickets.userId, userId), eq(tickets.status, "VALID"));
  return {
    remaining: sale?.remaining,
    freeSeats: free.map((seat) => seatIds.indexOf(seat.id)).sort(),
    hold: hold?.state,
    order: order?.state,
    payment: payment?.state,
    tickets: await db.$count(tickets, valid),
  };
}

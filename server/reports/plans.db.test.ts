import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seatMaps } from "#db/schema/seat-maps.ts";
import type { UserId } from "../auth/contract.ts";
import type { OrderId } from "../orders/contract.ts";
import { type AppContext, createContext, systemContext } from "../platform/operation/context.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import { newId } from "../platform/values/ids.ts";
import { copyData } from "../privacy/commands/copy-data.ts";
import type { ShippingId } from "../shipping/contract.ts";
import { countStates } from "../states/jobs/count-states.ts";
import { insertManyOrders } from "../testing/many-orders.ts";
import { ownerDb } from "../testing/owner.ts";
import { openPlans } from "../testing/plans.ts";
import { transmissionList } from "../transmissions/queries.ts";
import { listAttendees } from "./attendees.ts";
import { listAudit } from "./audit.ts";
import { find } from "./find.ts";
import { listHolds, listIntegrationSessions, listPayments } from "./in-state.ts";
import { getOrderReport } from "./order.ts";
import { listOrders } from "./orders.ts";
import { listUnknownPayments } from "./payments.ts";
import { listPeople } from "./people.ts";
import { getPersonReport } from "./person.ts";
import { listRefunds } from "./refunds.ts";
import { listSessionSales } from "./sales.ts";
import { getShippingReport } from "./shipping.ts";
import { countShippings, listShippings } from "./shippings.ts";
import { readStates } from "./states.ts";

/** Enough that Postgres reads no table of orders whole where an index would do. */
const ORDERS = 10_000;
const numbered = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, "0")}`;

const plans = openPlans(
  /^(users|holds|orders|payments|refunds|tickets|shippings|transmissions|state_history|audit_log)$/,
);
const { wholeTablesOf } = plans;
const ctx: AppContext = createContext({
  db: plans.db,
  actor: { kind: "user", userId: newId("user"), role: "ADMIN", loginSessionId: newId("login_session") },
});
const seller: AppContext = {
  ...ctx,
  actor: {
    ...{ kind: "user", userId: numbered("user", 0) as UserId, role: "SELLER" },
    loginSessionId: newId("login_session"),
  },
};
const buyer: AppContext = {
  ...ctx,
  actor: {
    ...{ kind: "user", userId: numbered("user", 77) as UserId, role: "USER" },
    loginSessionId: newId("login_session"),
  },
};

beforeAll(async () => {
  await insertManyOrders(ownerDb, ORDERS);
  await ownerDb.execute(sql`
    insert into audit_log (actor_kind, action, target, outcome, trace_id)
    select 'system', 'checkout.check-out', id, 'ok', trace_id from orders`);
  await insertParcels();
  await countStates(systemContext("states.count"));
  await ownerDb.execute(sql`analyze`);
});
afterAll(() => plans.close());

/** A parcel for every order that is paid: all have arrived but those of the last ones. */
const insertParcels = () =>
  ownerDb.transaction(async (tx) => {
    // They are written in the state that they ended in, past the trigger that would have them begin as pending.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      insert into shippings (id, order_id, state, carrier, tracking_number, created_at, updated_at)
      select 'shipping_' || right(id, 26), id,
        (case when right(id, 26)::int > ${ORDERS - 100}::int then 'preparing' else 'delivered' end)::shipping_state,
        'CJ', right(id, 12), created_at, created_at
      from orders where state = 'confirmed'`);
  });

const cases: readonly (readonly [string, () => Promise<unknown>])[] = [
  ...[
    {},
    { sort: "createdAt" },
    { state: "confirmed" },
    { state: "shipped" },
    { event: numbered("event", 1) },
    { event: numbered("event", 1), state: "shipped", sort: "createdAt" },
    { session: numbered("event_session", 3) },
    { since: "2026-01-01", until: "2026-01-02" },
    { search: numbered("order", 77) },
    { search: numbered("hold", 77) },
    { search: numbered("payment", 77) },
    { search: numbered("ticket", 77) },
    { search: "0000-0077" },
    { search: "sandbox_77" },
    { search: `${numbered("user", 77)}@test.example` },
  ].map((filter) => [`orders ${JSON.stringify(filter)}`, () => listOrders(ctx, filter as never)] as const),
  [
    "the orders of a later page",
    async () => {
      const { nextCursor } = await listOrders(ctx, {});
      return listOrders(ctx, { cursor: nextCursor ?? undefined });
    },
  ],
  ...[{}, { state: "done" }, { state: "refused" }].map(
    (filter) => [`refunds ${JSON.stringify(filter)}`, () => listRefunds(ctx, filter as never)] as const,
  ),
  ...[
    {},
    { status: "SENT" },
    { status: "DEAD" },
    { status: "DEAD", destination: "email" },
    { search: numbered("order", 77) },
    { search: numbered("transmission", 77) },
    { search: "NoSuchType" },
    { search: "orders.updated", destination: "email" },
  ].map(
    (filter) =>
      [`transmissions ${JSON.stringify(filter)}`, () => transmissionList(ctx, filter as never)] as const,
  ),
  ...["order", "payment", "refund", "hold", "ticket", "user", "event", "event_session", "transmission"].map(
    (kind) => [`find ${kind}`, () => find(ctx, { text: numbered(kind, 20) })] as const,
  ),
  ...[
    {},
    { sort: "issuedAt" },
    { status: "VOID" },
    { search: numbered("ticket", 77) },
    { search: `${numbered("user", 77)}@test.example` },
    { search: "0000-0077" },
  ].map(
    (filter) =>
      [
        `attendees ${JSON.stringify(filter)}`,
        () => listAttendees(ctx, { session: numbered("event_session", 3), ...filter } as never),
      ] as const,
  ),
  ...[
    {},
    { sort: "updatedAt" },
    { sort: "-createdAt" },
    { state: "delivered" },
    { state: "delivered", sort: "-updatedAt" },
    { state: "delivered", days: "7" },
    { due: "soon" },
    { event: numbered("event", 1) },
    { session: numbered("event_session", 3) },
    { carrier: "CJ" },
    { search: numbered("order", 77) },
    { search: "0000-0077" },
    { search: "00000000-0077" },
    { search: numbered("shipping", 77) },
  ].flatMap((filter) => [
    [`parcels ${JSON.stringify(filter)}`, () => listShippings(ctx, filter as never)] as const,
    [`parcels of a seller ${JSON.stringify(filter)}`, () => listShippings(seller, filter as never)] as const,
  ]),
  ["how many parcels wait", () => countShippings(ctx, {})],
  ["how many parcels of a seller wait", () => countShippings(seller, {})],
  ["a parcel's report", () => getShippingReport(ctx, { id: numbered("shipping", 42) as ShippingId })],
  ["what event sessions have sold", () => listSessionSales(ctx, {})],
  ["an order's report", () => getOrderReport(ctx, { id: numbered("order", 40) as OrderId })],
  ...[
    {},
    { sort: "at" },
    { actor: numbered("user", 77) },
    { actor: `${numbered("user", 77)}@test.example` },
    { actor: "checkout.check-out" },
    { action: "checkout.check-out" },
    { action: "auth.grant-role" },
    { target: numbered("order", 77) },
    { trace: "98f13708210194c475687be6106a3b84" },
    { since: "2026-01-01", until: "2026-01-02" },
  ].map((filter) => [`audit ${JSON.stringify(filter)}`, () => listAudit(ctx, filter as never)] as const),
  ...[
    {},
    { sort: "createdAt" },
    { state: "SUSPENDED" },
    { state: "ACTIVE", sort: "createdAt" },
    { role: "ADMIN" },
    { role: "USER" },
    { search: numbered("user", 77) },
    { search: "USER_0000000000000000000000007" },
    { search: "50%_nobody" },
  ].map((filter) => [`people ${JSON.stringify(filter)}`, () => listPeople(ctx, filter as never)] as const),
  ["a copy of a person's data", () => copyData(buyer, {})],
  ["payments in a state", () => listPayments(ctx, { state: "completed" })],
  ["holds in a state", () => listHolds(ctx, { state: "CONFIRMED", sort: "createdAt" })],
  ["integration sessions in a state", () => listIntegrationSessions(ctx, { state: "COMPLETED" })],
  ["a person's report", () => getPersonReport(ctx, { id: numbered("user", 40) as UserId })],
  ["unknown payments", () => listUnknownPayments(ctx, {})],
  ["find an order number", () => find(ctx, { text: "0000-0020" })],
  ["find an e-mail", () => find(ctx, { text: `${numbered("USER", 20)}@test.example` })],
  ["find a provider's id", () => find(ctx, { text: "sandbox_20" })],
];

describe("an index serves", () => {
  it.each(cases)("%s", async (_, work) => {
    expect(await wholeTablesOf(work)).toEqual([]);
  });
});

it("counts states without reading what grows with sales", async () => {
  // People are counted one by one, once a minute.
  expect((await wholeTablesOf(() => readStates(ctx.db))).filter((table) => table !== "users")).toEqual([]);
});

it("finds each thing by its whole id, and leads to its order", async () => {
  const kinds = ["order", "payment", "refund", "hold", "ticket"];
  const found = await Promise.all(kinds.map((kind) => find(ctx, { text: numbered(kind, 40) })));
  expect(found.map(([first]) => [first?.kind, first?.orderId])).toEqual([
    ["order", numbered("order", 40)],
    ["payment", numbered("order", 40)],
    ["refund", numbered("order", 40)],
    ["hold", numbered("order", 40)],
    ["ticket", numbered("order", 19)],
  ]);
  for (const number of [shortCodeOf(numbered("order", 40)), numbered("order", 40).slice(-8)])
    expect(await find(ctx, { text: number })).toMatchObject([{ kind: "order", id: numbered("order", 40) }]);
  const person = await find(ctx, { text: `${numbered("USER", 20)}@TEST.example` });
  expect(person.map(({ kind }) => kind)).toEqual(["person", "order", "order"]);
  const seatMap = {
    ...{ id: newId("seat_map"), ownerId: numbered("user", 77) as UserId, name: "대극장", venue: "서울" },
    ...{ plan: { sections: [], rows: [] }, seatCount: 0 },
  };
  await ctx.db.insert(seatMaps).values(seatMap);
  expect(await find(ctx, { text: seatMap.id })).toMatchObject([{ kind: "seatMap", label: "대극장" }]);
  expect(await find(ctx, { text: newId("order") })).toEqual([]);
  expect(await find(ctx, { text: "nothing of ours" })).toEqual([]);
});

it("lists the same order by anything that belongs to it", async () => {
  const names = ["order", "hold", "payment"].map((kind) => numbered(kind, 77));
  for (const search of [...names, numbered("ticket", 155), "sandbox_77"]) {
    const { items } = await listOrders(ctx, { search });
    expect(items.map(({ id }) => id)).toEqual([numbered("order", 77)]);
  }
});

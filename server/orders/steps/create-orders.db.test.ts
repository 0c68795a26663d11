import { eq, inArray } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { afterAll, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { checkOut } from "../../checkout/commands/check-out.ts";
import { shortCodeOf } from "../../platform/values/id-forms.ts";
import { given, newKey } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { givenDatabase, migrationsBefore } from "../../testing/upgrades.ts";

/** What ids of new orders end with, for those that come next. */
const { ends } = vi.hoisted(() => ({ ends: [] as string[] }));

vi.mock("../../platform/values/ids.ts", async (original) => {
  const real = await original<{ newId: (kind: string) => string }>();
  return {
    ...real,
    newId: (kind: string) => {
      const id = real.newId(kind);
      const end = kind === "order" ? ends.shift() : undefined;
      return end === undefined ? id : id.slice(0, -end.length) + end;
    },
  };
});
afterAll(() => vi.doUnmock("../../platform/values/ids.ts"));

const END = "0000000z";

it("gives an order another id where its number is another's, and keeps the orders that came with it", async () => {
  const sale = await given.saleOpen({ stock: 10 });
  const people = await given.people(5);
  const held = await Promise.all(
    people.map(async (person) => ({ person, holdId: (await given.hold(person, sale.id)).holdId })),
  );
  const [first, ...others] = held;
  const buy = ({ person, holdId }: (typeof held)[number]) =>
    checkOut(person.ctx(newKey()), { holdId, method: "CARD" });
  ends.push(END);
  const known = first && (await buy(first));
  expect(known?.orderId.slice(-END.length)).toBe(END);
  // Two of those that come together want the number that is taken, and two want one another's.
  ends.push(END, END, "0000000y", "0000000y");
  const made = await Promise.all(others.map(buy));
  const ids = [known, ...made].flatMap((session) => session?.orderId ?? []);
  expect(new Set(ids.map(shortCodeOf)).size).toBe(people.length);
  const rows = await db.select().from(orders).where(inArray(orders.id, ids));
  expect(rows.map(({ holdId }) => holdId).sort()).toEqual(held.map(({ holdId }) => holdId).sort());
  expect(rows.every(({ sameNumberBefore }) => sameNumberBefore === 0)).toBe(true);
  await expectEquationsHold();
});

it("lets no order take the number of another by any way", async () => {
  const sale = await given.saleOpen();
  const [one, two] = await given.two();
  const { orderId } = await given.checkout(one, sale.id);
  const { orderId: otherId } = await given.checkout(two, sale.id);
  const number = orderId.slice(-8);
  const taking = db
    .update(orders)
    .set({ id: `order_0000000000000000aa${number}` })
    .where(eq(orders.id, otherId));
  await expect(taking).rejects.toMatchObject({ cause: { constraint_name: "orders_number" } });
});

it("keeps old orders that share a number apart, and the number from new ones", async () => {
  const sql = await givenDatabase();
  await migrate(drizzle(sql), { migrationsFolder: migrationsBefore("0054_unique_order_numbers") });
  const insert = (id: string, hour: number) =>
    sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`insert into orders (id, user_id, event_session_id, hold_id, quantity, amount_krw, trace_id, created_at)
      values (${id}, 'user', 'evening', ${id}, 1, 1, 'trace', app_now() + make_interval(hours => ${hour}))`;
    });
  await insert("order_b_7p8r9s0t", 1);
  await insert("order_a_7p8r9s0t", 2);
  await insert("order_c_7p8r9s0v", 3);
  await migrate(drizzle(sql), { migrationsFolder: "db/migrations" });
  expect([...(await sql`select id, same_number_before from orders order by created_at`)]).toEqual([
    { id: "order_b_7p8r9s0t", same_number_before: 0 },
    { id: "order_a_7p8r9s0t", same_number_before: 1 },
    { id: "order_c_7p8r9s0v", same_number_before: 0 },
  ]);
  await expect(insert("order_d_7p8r9s0t", 4)).rejects.toMatchObject({ constraint_name: "orders_number" });
});

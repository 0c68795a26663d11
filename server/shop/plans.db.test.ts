import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createContext } from "../platform/operation/context.ts";
import { given } from "../testing/given.ts";
import { ownerDb } from "../testing/owner.ts";
import { openPlans } from "../testing/plans.ts";
import { browseEvents, listPlaces } from "./queries.ts";
import { SHOP_SECTIONS, type ShopSection } from "./values.ts";

const EVENTS = 10_000;
const plans = openPlans(/^(events|event_sessions|stock)$/);
const ctx = createContext({ db: plans.db });
afterAll(() => plans.close());

const id = (prefix: string, number: string) => sql.raw(`'${prefix}_' || lpad((${number})::text, 26, '0')`);

/** Two event sessions of each event: over a year back and ahead; of ten one is sold out and one opens later. */
beforeAll(async () => {
  const { userId } = await given.person("ADMIN");
  await ownerDb.execute(sql`
    insert into events (id, title, description, venue, status, owner_id)
    select ${id("event", "n")}, '공연 ' || n || (array[' 첫눈 콘서트', ' 재즈', ' 오페라', ' 독주회'])[1 + n % 4], '밤',
      (array['서울', '부산', '대구', '제주', '광주'])[1 + n % 5] || ' · 극장 ' || n % 50, 'PUBLISHED', ${userId}
    from generate_series(1, ${EVENTS}::int) n`);
  await ownerDb.execute(sql`
    insert into event_sessions (id, event_id, starts_at, sales_open_at, sales_close_at, cancel_deadline_at, price_krw,
      max_per_user, queue_admit_limit, queue_admit_rate_per_second, queue_max_length)
    select ${id("event_session", "2 * n + i")}, ${id("event", "n")}, at, opens, at, at, 50000, 4, 100, 50, 50000
    from generate_series(1, ${EVENTS}::int) n, generate_series(0, 1) i,
      lateral (select app_now() + (n - ${EVENTS / 2}::int) * interval '2 hours' + i * interval '1 day' as at) starts,
      lateral (select case when n % 10 = 1 then at - interval '1 hour' else at - interval '400 days' end as opens) sale`);
  await ownerDb.execute(sql`
    insert into stock (event_session_id, total, remaining)
    select id, 100, case when right(event_id, 1) = '0' then 0 else 50 end from event_sessions`);
  await ownerDb.execute(sql`analyze`);
});

const filters: readonly object[] = [
  {},
  { place: "부산" },
  { search: "ㅊㄴ" },
  { search: "공연 777" },
  { since: "2030-01-01", until: "2030-01-02" },
  { search: "재즈", place: "대구", limit: 48 },
];
const cases = SHOP_SECTIONS.flatMap((section) => filters.map((filter) => [section, filter] as const));

/** No answer is one that was kept. */
async function browse(section: ShopSection, filter: object) {
  await ctx.redis.del("shop-revision");
  return browseEvents(ctx, { section, ...filter });
}

it.each(cases)("ten thousand events are not read whole for %s %j", async (section, filter) => {
  expect(await plans.wholeTablesOf(() => browse(section, filter))).toEqual([]);
});

it.each(SHOP_SECTIONS)("nor for a later page of %s, and each page has others", async (section) => {
  const first = await browse(section, {});
  const cursor = first.nextCursor ?? "";
  let later: typeof first | undefined;
  const read = async () => {
    later = await browse(section, { cursor });
  };
  expect(await plans.wholeTablesOf(read)).toEqual([]);
  const ids = [...first.items, ...(later?.items ?? [])].map((event) => event.id);
  expect([ids.length, new Set(ids).size]).toEqual([48, 48]);
});

it("nor for the places", async () => {
  expect(await plans.wholeTablesOf(() => listPlaces(ctx, {}))).toEqual([]);
  expect(await listPlaces(ctx, {})).toEqual(["광주", "대구", "부산", "서울", "제주"]);
});

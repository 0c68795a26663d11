import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { UserActor } from "../platform/operation/context.ts";
import { aLogin, anAccount } from "../testing/accounts.ts";
import { type ApiProcess, startApi } from "../testing/api-processes.ts";
import { given, type Person } from "../testing/given.ts";
import { tell, told } from "../testing/notifications.ts";
import { listenTo, listenUntilTold } from "../testing/streams.ts";
import { until } from "../testing/until.ts";
import { readNotifications } from "./commands/read-notifications.ts";
import { inboxWatch } from "./live.ts";

let other: ApiProcess;
beforeAll(async () => {
  other = await startApi();
});
afterAll(() => other.stop());

const stop = { all: new AbortController() };
beforeEach(() => {
  stop.all = new AbortController();
});
afterEach(() => stop.all.abort());

/** Collects what the person's bell is told, from the first count on. */
async function watching(person: Pick<Person, "ctx">) {
  const counts: number[] = [];
  const ctx = { ...person.ctx(), actor: person.ctx().actor as UserActor };
  const done = (async () => {
    for await (const { unread } of inboxWatch.run(ctx, {}, stop.all.signal)) counts.push(unread);
  })();
  await until(() => counts.length > 0);
  return { counts, done };
}

it("tells the count at once, and of what is new and read, in any process, until it is stopped", async () => {
  const login = await aLogin(await anAccount());
  const buyer: Person = {
    userId: login.actor.userId,
    ctx: (idempotencyKey) => ({ ...login.ctx(), idempotencyKey }),
  };
  const { id } = await given.saleOpen();
  const { orderId } = await given.checkout(buyer, id);
  const here = await watching(buyer);
  const authorization = `Bearer ${login.grant.accessToken}`;
  const there = await listenUntilTold(other.url, "notifications.watch", {}, { authorization });
  expect([here.counts[0], there.data[0]]).toEqual([0, { unread: 0 }]);
  await tell(told.order("pending", "processing", orderId));
  await until(() => here.counts.at(-1) === 1);
  await until(() => there.data.some((news) => JSON.stringify(news) === '{"unread":1}'));
  await readNotifications(login.ctx(), {});
  await until(() => here.counts.at(-1) === 0);
  await until(() => JSON.stringify(there.data.at(-1)) === '{"unread":0}');
  there.close();
  stop.all.abort();
  await here.done;
});

it("tells the staff of their departments, and buyers nothing of them", async () => {
  const [admin, buyer] = [await given.person("ADMIN"), await given.person()];
  await readNotifications(admin.ctx(), {});
  const [staff, customer] = [await watching(admin), await watching(buyer)];
  await tell(told.level("HIGH", "MID"));
  await until(() => staff.counts.at(-1) === 1);
  expect([...new Set(customer.counts)]).toEqual([0]);
});

it("is refused to who is not logged in", async () => {
  const stream = await listenTo(other.url, "notifications.watch", {});
  expect(await stream.ended).toBe("unauthorized");
  expect(stream.data).toEqual([]);
});

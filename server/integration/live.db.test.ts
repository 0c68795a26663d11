import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { given, type Person } from "../testing/given.ts";
import { givenPhoneLines, givenSeller } from "../testing/integration.ts";
import { until } from "../testing/until.ts";
import type { IntegrationSessionId, SessionView } from "./contract.ts";
import { sessionWatch } from "./live.ts";

const stop = { all: new AbortController() };
beforeEach(async () => {
  stop.all = new AbortController();
  await givenPhoneLines(1);
});
afterEach(() => {
  stop.all.abort();
  vi.restoreAllMocks();
});

/** Collects what a watcher is told. */
function watch(ctx: AppContext, id: IntegrationSessionId) {
  const told: SessionView[] = [];
  const done = (async () => {
    for await (const view of sessionWatch.run(ctx, { id }, stop.all.signal)) told.push(view);
  })();
  return { told, done, last: () => told.at(-1) };
}

const watching = async (person: Person, id: IntegrationSessionId) => {
  const watcher = watch(person.ctx(), id);
  await until(() => watcher.last());
  return watcher;
};

it("tells each change, that of one's place by others too, until it is stopped", async () => {
  const [first, second] = [await givenSeller(), await givenSeller()];
  await first.queue();
  await second.queue();
  const watcher = await watching(second.person, second.id);
  expect(watcher.last()).toMatchObject({ status: "WAITING_FOR_LOCK", position: 1 });
  await first.move("CANCELLED");
  await until(() => watcher.last()?.status === "LOCKED");
  stop.all.abort();
  await watcher.done;
});

it("moves up those who wait behind someone who leaves the line", async () => {
  const sellers = [await givenSeller(), await givenSeller(), await givenSeller()] as const;
  for (const seller of sellers) await seller.queue();
  const watcher = await watching(sellers[2].person, sellers[2].id);
  expect(watcher.last()).toMatchObject({ position: 2 });
  await sellers[1].move("CANCELLED");
  await until(() => watcher.last()?.position === 1);
});

it("shows the code to its owner alone, though both are told from one read", async () => {
  const seller = await givenSeller();
  await seller.queue();
  const admin = await given.person("ADMIN");
  const [owner, other] = [await watching(seller.person, seller.id), await watching(admin, seller.id)];
  await seller.sms("135790");
  await until(() => owner.last()?.smsCode === "135790");
  await until(() => other.last()?.status === "SMS_RECEIVED");
  expect(JSON.stringify(other.told)).not.toContain("135790");
  const stranger = watch((await given.person()).ctx(), seller.id);
  await expect(stranger.done).rejects.toMatchObject({ reason: "not_found" });
});

it("reads once a change, however many watch", async () => {
  const seller = await givenSeller();
  const COUNT = 60;
  const watchers = await Promise.all(Array.from({ length: COUNT }, () => watching(seller.person, seller.id)));
  const reads = vi.spyOn(db, "select");
  await seller.queue();
  await until(() => watchers.every(({ last }) => last()?.status === "LOCKED"));
  expect(reads.mock.calls.length).toBeLessThan(COUNT);
});

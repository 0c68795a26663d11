import { expect, it } from "vitest";
import { createContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { givenQueue } from "../../testing/queue.ts";
import { askPlace } from "./ask-place.ts";

const { redis } = createContext();

it("tells a place to its owner alone: how many are ahead, and whether they are in", async () => {
  const queue = await givenQueue(redis, { admitLimit: 1 });
  const [first, second] = [queue.newcomer(), queue.newcomer()];
  const [one, two] = [await first.join(), await second.join()];
  expect(await askPlace(first.ctx, { token: one.queueToken })).toMatchObject({ allowed: true, ahead: 0 });
  expect(await askPlace(second.ctx, { token: two.queueToken })).toMatchObject({
    ...{ allowed: false, position: 1, ahead: 0, total: 1, standing: "MOVING" },
  });
  const stranger = await given.person();
  await expect(askPlace(stranger.ctx(), { token: two.queueToken })).rejects.toMatchObject({
    reason: "foreign_queue_token",
  });
  await expect(askPlace(second.ctx, { token: "forged" })).rejects.toMatchObject({
    reason: "bad_queue_token",
  });
});

it("tells one who waits that nothing is left for them", async () => {
  const queue = await givenQueue(redis, { admitLimit: 1, stock: 1 });
  await queue.newcomer().join();
  const waiting = queue.newcomer();
  const { queueToken } = await waiting.join();
  await queue.move("hold", 1);
  expect(await askPlace(waiting.ctx, { token: queueToken })).toMatchObject({ standing: "WAITING_FOR_HOLDS" });
  await queue.move("sell", 1);
  await expect(askPlace(waiting.ctx, { token: queueToken })).rejects.toMatchObject({ reason: "sold_out" });
});

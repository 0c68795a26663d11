import { expect, it, onTestFinished } from "vitest";
import { isRedisLoss } from "./connection-loss.ts";
import { connectRedis } from "./redis.ts";

const error = (name: string, message: string) => Object.assign(new Error(message), { name });

it("knows what the client says while no server is there", async () => {
  const redis = connectRedis("redis://127.0.0.1:1");
  onTestFinished(() => redis.disconnect());
  const said = await redis.ping().catch((failure: unknown) => failure);
  expect(isRedisLoss(said)).toBe(true);
  redis.disconnect();
  expect(isRedisLoss(await redis.ping().catch((failure: unknown) => failure))).toBe(true);
});

it.each<[string, unknown, boolean]>([
  ["no answer in time", error("Error", "Command timed out"), true],
  [
    "a server that loads its data",
    error("ReplyError", "LOADING Redis is loading the dataset in memory"),
    true,
  ],
  [
    "a server without memory",
    error("ReplyError", "OOM command not allowed when used memory > 'maxmemory'."),
    true,
  ],
  [
    "a cluster without a master",
    error("Error", "Too many Cluster redirections. Last error: CLUSTERDOWN"),
    true,
  ],
  ["a cause", new Error("read failed", { cause: error("MaxRetriesPerRequestError", "") }), true],
  ["a fault of a script", error("ReplyError", "ERR Error running script"), false],
  ["a fault of the program", new TypeError("Command timed out"), false],
  ["no error", "Command timed out", false],
])("%s", (_, given, loss) => {
  expect(isRedisLoss(given)).toBe(loss);
});

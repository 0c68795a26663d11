import { expect, it } from "vitest";
import { createMetricsRelay, type MetricsMessage, type RelayWorker } from "./relay.ts";

function aWorker() {
  const got: MetricsMessage[] = [];
  const worker = { connected: true, isConnected: () => worker.connected, send: got.push.bind(got), got };
  return worker satisfies RelayWorker;
}

const ask = { metrics: "ask", id: "1" } as const;
const told = { metrics: "told", id: "1", told: { worker: "2", families: [] } } as const;

it("asks every other process and brings its answer to the one who asked", () => {
  const [asker, other, gone] = [aWorker(), aWorker(), aWorker()];
  gone.connected = false;
  const relay = createMetricsRelay(() => [asker, other, gone]);
  relay(asker, ask);
  expect(asker.got).toEqual([{ metrics: "asked", id: "1", count: 1 }]);
  expect(other.got).toEqual([ask]);
  expect(gone.got).toEqual([]);
  relay(other, told);
  expect(asker.got.at(-1)).toEqual(told);
});

it("drops an answer that nobody asked for, and what is no question of metrics", () => {
  const [asker, other] = [aWorker(), aWorker()];
  const relay = createMetricsRelay(() => [asker, other]);
  for (const message of [told, "listening", null, { other: "message" }]) relay(other, message);
  relay(asker, ask);
  asker.connected = false;
  relay(other, told);
  expect(asker.got).toHaveLength(1);
});

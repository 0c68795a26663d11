import { afterEach, expect, it } from "vitest";
import { inTransaction } from "../../platform/database/transaction.ts";
import { type SentEvent, setEventSink } from "../../platform/jobs/inngest.ts";
import { createContext } from "../../platform/operation/context.ts";
import { until } from "../../testing/until.ts";
import { announceWork, OUTBOX_WRITTEN } from "./write-transmissions.ts";

afterEach(() => setEventSink(undefined));

it("sends one event for each destination after the commit", async () => {
  const sent: SentEvent[] = [];
  setEventSink(async (events) => {
    sent.push(...events);
    return events.map(() => "id");
  });
  await inTransaction(createContext(), async (tx) => {
    announceWork(tx, "email");
    announceWork(tx, "data-platform");
    expect(sent).toEqual([]);
  });
  const destinations = () => sent.map(({ data }) => data.destination);
  await until(() => destinations().includes("email") && destinations().includes("data-platform"));
  expect(new Set(sent.map(({ name }) => name))).toEqual(new Set([OUTBOX_WRITTEN]));
});

import { randomUUID } from "node:crypto";
import type { Tx } from "../../platform/operation/context.ts";
import type { RunEvent } from "../contract.ts";
import type { FunctionConfig } from "../gateways/inngest.ts";
import { isTriggeredBy } from "../policy.ts";
import { insertEvent, insertRun } from "../store.ts";

/** An event as it is sent: an id makes it the same event however often it comes. */
export type SentEvent = Pick<RunEvent, "name"> & Partial<RunEvent>;

/** Takes in events, each once, and starts a run of every function that one of them triggers. @returns their ids */
export async function acceptEvents(
  tx: Tx,
  functions: readonly FunctionConfig[],
  events: readonly SentEvent[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { id = randomUUID(), name, data = {}, ts = Date.now() } of events) {
    ids.push(id);
    if (!(await insertEvent(tx, id))) continue;
    const event = { id, name, data, ts };
    for (const config of functions) if (isTriggeredBy(config, name)) await insertRun(tx, config.id, event);
  }
  return ids;
}

import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "#scripts/services/loopback.ts";
import { given } from "#server/testing/given.ts";
import { askFor } from "./load.ts";
import type { Pair } from "./table.ts";

const SECONDS = 2;
const CONNECTIONS = 100;

/** Stock reads a second. */
export async function benchReads(appUrl: string): Promise<Pair> {
  const { id } = await given.saleOpen({ stock: 500 });
  return besideBare(`${appUrl}/api/events/${await eventOf(appUrl, id)}/sessions`, SECONDS, CONNECTIONS);
}

/** How often an address is answered in a second, beside a bare Hono handler that sends the same bytes. */
export async function besideBare(url: string, seconds: number, connections: number): Promise<Pair> {
  const body = await (await fetch(url)).text();
  const port = await freePort();
  const bare = fork(fileURLToPath(new URL("./bare.ts", import.meta.url)), {
    env: { ...process.env, PORT: String(port), BODY: body },
  });
  await once(bare, "message");
  const figure = await askFor(url, seconds, connections);
  const baseline = await askFor(`http://127.0.0.1:${port}/`, seconds, connections);
  bare.kill();
  await once(bare, "exit");
  if (figure.statuses["200"] === undefined || Object.keys(figure.statuses).length > 1)
    throw new Error(`not every request was answered 200: ${JSON.stringify(figure.statuses)}`);
  return { figure: figure.perSecond, baseline: baseline.perSecond };
}

/** The published event that has this event session. */
async function eventOf(appUrl: string, eventSessionId: string): Promise<string> {
  const events: { id: string }[] = await (await fetch(`${appUrl}/api/events`)).json();
  for (const { id } of events) {
    const sessions: { id: string }[] = await (await fetch(`${appUrl}/api/events/${id}/sessions`)).json();
    if (sessions.some((session) => session.id === eventSessionId)) return id;
  }
  throw new Error("the event session is in no event");
}

import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { EVENT_SESSION_CANCELLED } from "#server/cancellations/contract.ts";
import { signedHeaders } from "#server/job-runner/gateways/inngest.ts";
import { newId } from "#server/platform/values/ids.ts";

/** An Inngest server: a dev server, or one of one's own, which has a signing key. */
export interface InngestServer {
  readonly url: string;
  readonly signingKey: string | undefined;
  readonly eventKey: string;
}

/** A function by its id on the server, and the event that begins it; one that a cron begins is invoked. */
export interface Checked {
  readonly id: string;
  readonly event: { readonly name: string; readonly data: object } | undefined;
}

/** An event for each function that is begun by one, which does nothing in an empty database. */
export const EVENTS: Readonly<Record<string, Checked["event"]>> = {
  "cancellations.refund": { name: EVENT_SESSION_CANCELLED, data: {} },
  "outbox.deliver": { name: "outbox/written", data: { destination: "data-platform" } },
  "notifications.send": {
    name: "inventory.updated",
    data: { sessionId: newId("event_session"), oldLevel: "HIGH", newLevel: "MID", remaining: 4, total: 10 },
  },
  "waitlist.offer": { name: "stock/withheld", data: {} },
};

/** The outcome of a function that was run once, in Inngest's words, or `no end` if there was none in time. */
export interface Ran {
  readonly id: string;
  readonly outcome: string;
  readonly seconds: number;
}

const POLL_MS = 250;
const ENDED = ["Completed", "Failed", "Cancelled"];

/**
 * Has an app tell the server its functions, as a deploy does, and then each of them run once, one after the other.
 * @param app - the address of the app's endpoint, which the server can reach
 * @throws Error when the app cannot be registered or the server does not take a call
 */
export async function runEachOnce(
  server: InngestServer,
  app: string,
  functions: readonly Checked[],
  withinMs = 60_000,
): Promise<Ran[]> {
  await register(server, app);
  const ran: Ran[] = [];
  for (const { id, event } of functions) {
    const startedAt = performance.now();
    const eventId = event ? await send(server, event) : await invoke(server, id);
    const outcome = await outcomeOf(server, eventId, startedAt + withinMs);
    ran.push({ id, outcome, seconds: (performance.now() - startedAt) / 1000 });
  }
  return ran;
}

const Apps = z.object({
  data: z.object({ apps: z.array(z.object({ externalID: z.string(), url: z.string().nullish() })) }),
});

/**
 * Refuses a check that would take over an app. A server keeps one address for each app id, so that a second app that
 * registers under the same id takes it, and its crons, from the first.
 * @param appId - what is about to be registered
 * @param liveId - what the live app is called
 * @throws Error where that could take an app over, or the server does not say which apps it has
 */
export async function requireFree({ url }: InngestServer, appId: string, liveId: string): Promise<void> {
  if (appId === liveId) throw new Error(`${appId} is the live app's id: a check would take it over`);
  const known = Apps.parse(await post(`${url}/v0/gql`, { query: "{ apps { externalID url } }" }));
  const taken = known.data.apps.find(({ externalID }) => externalID === appId);
  if (taken)
    throw new Error(
      `the server has ${appId} at ${taken.url}: end that check, or remove the app from the server`,
    );
}

/** Has the server forget an app and its crons. @returns whether it did */
export async function removeApp({ url, signingKey }: InngestServer, app: string): Promise<boolean> {
  const headers = signingKey ? { authorization: `Bearer ${signingKey}` } : {};
  const answer = await fetch(`${url}/fn/remove?${new URLSearchParams({ url: app })}`, {
    method: "DELETE",
    headers,
  });
  return answer.ok;
}

/** A PUT makes the app post its functions to the server it is configured for. */
async function register({ signingKey }: InngestServer, app: string): Promise<void> {
  const body = "{}";
  const headers = signingKey ? signedHeaders(body, signingKey) : {};
  const answer = await fetch(app, {
    method: "PUT",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  if (!answer.ok) throw new Error(`the app was not registered: HTTP ${answer.status} ${await answer.text()}`);
}

const invoke = async ({ url }: InngestServer, id: string): Promise<string> =>
  z.object({ id: z.string() }).parse(await post(`${url}/invoke/${encodeURIComponent(id)}`, { data: {} })).id;

const send = async ({ url, eventKey }: InngestServer, event: Checked["event"]): Promise<string> =>
  z.object({ ids: z.tuple([z.string()]) }).parse(await post(`${url}/e/${eventKey}`, [event])).ids[0];

async function post(url: string, body: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", body: JSON.stringify(body), headers });
  if (!answer.ok) throw new Error(`${url} was refused: HTTP ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const Runs = z.object({ data: z.array(z.object({ status: z.string() })).nullish() });

async function outcomeOf({ url, signingKey }: InngestServer, eventId: string, until: number) {
  const headers = signingKey ? { authorization: `Bearer ${signingKey}` } : {};
  while (performance.now() < until) {
    const answer = await fetch(`${url}/v1/events/${eventId}/runs`, { headers });
    // The server knows the event a moment before it knows its runs.
    const [run] = answer.ok ? (Runs.parse(await answer.json()).data ?? []) : [];
    if (run && ENDED.includes(run.status)) return run.status;
    await sleep(POLL_MS);
  }
  return "no end";
}

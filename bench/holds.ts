import postgres from "postgres";
import type { EventSessionId, EventSessionView } from "#server/catalog/contract.ts";
import { type Client, clients } from "#server/testing/clients.ts";
import { given, newKey } from "#server/testing/given.ts";
import { type Load, type PreparedRequest, sendAll } from "./load.ts";
import { cleanPlainRows, holdPlainly, POOL } from "./plain-holds.ts";

export const HOLDS = 4000;
const CONNECTIONS = 200;

/** Holds a second on one hot event session: the API's, and the same rows written one transaction each. */
export async function benchHolds(appUrl: string): Promise<{ figure: number; baseline: number }> {
  const buyers = await clients(HOLDS);
  const figure = await holdsPerSecond(appUrl, buyers);
  return { figure, baseline: await oneTransactionEach(await given.saleOpen({ stock: 1_000_000 }), buyers) };
}

interface HoldsToGive {
  /** The sale; a new one of counted stock by default. */
  readonly eventSession?: Pick<EventSessionView, "id">;
  /** What each buyer wants, by index; one ticket by default. */
  readonly wishOf?: (buyer: number) => object;
  /** Begins with the event session before the first hold; what it returns is called after the last. */
  readonly accompany?: (eventSessionId: EventSessionId) => Promise<() => Promise<void>>;
}

/** Holds a second when every buyer holds something of one event session. */
export async function holdsPerSecond(
  appUrl: string,
  buyers: readonly Client[],
  { eventSession: sale, wishOf = () => ({ quantity: 1 }), accompany }: HoldsToGive = {},
): Promise<number> {
  const eventSession = sale ?? (await given.saleOpen({ stock: 1_000_000 }));
  const places = await sendAll(
    appUrl,
    buyers.map((buyer) => tokenRequest(buyer, eventSession)),
    CONNECTIONS,
  );
  requireAll(places.statuses, buyers.length);
  const requests = await holdRequests(buyers, eventSession, wishOf);
  const end = await accompany?.(eventSession.id);
  const { perSecond, statuses } = await sendAll(appUrl, requests, CONNECTIONS);
  await end?.();
  requireAll(statuses, buyers.length);
  return perSecond;
}

/** A request for a hold of each buyer, who was let in, under a key of its own. */
export async function holdRequests(
  buyers: readonly Client[],
  eventSession: Pick<EventSessionView, "id">,
  wishOf: (buyer: number) => object,
): Promise<PreparedRequest[]> {
  const requests: PreparedRequest[] = [];
  // Not all at once, which would keep Redis from answering in time on a busy machine.
  for (let next = 0; next < buyers.length; next += CONNECTIONS) {
    const some = buyers.slice(next, next + CONNECTIONS);
    const asked = some.map((buyer, index) => holdRequest(buyer, eventSession, wishOf(next + index)));
    requests.push(...(await Promise.all(asked)));
  }
  return requests;
}

function requireAll(statuses: Load["statuses"], count: number): void {
  if (statuses["201"] !== count) throw new Error(`not all were answered 201: ${JSON.stringify(statuses)}`);
}

/** Verifies every buyer's access token before the measurement, as the queue does before a hold. */
const tokenRequest = (
  buyer: Client,
  { id: eventSessionId }: Pick<EventSessionView, "id">,
): PreparedRequest => ({
  method: "POST",
  path: "/api/queue/token",
  headers: { authorization: buyer.authorization, "content-type": "application/json" },
  body: JSON.stringify({ sessionId: eventSessionId }),
});

async function holdRequest(
  buyer: Client,
  { id: eventSessionId }: Pick<EventSessionView, "id">,
  wish: object,
): Promise<PreparedRequest> {
  const queueToken = await given.admitted(buyer, eventSessionId);
  return {
    method: "POST",
    path: "/api/reservations/hold",
    headers: {
      authorization: buyer.authorization,
      "content-type": "application/json",
      "idempotency-key": newKey(),
    },
    body: JSON.stringify({ sessionId: eventSessionId, ...wish, queueToken }),
  };
}

/**
 * Holds a second when only the rows of a hold are written, without HTTP and without checks, each hold in its own transaction.
 * @param seatIds - a seat for each buyer, where the event session has seats
 */
export async function oneTransactionEach(
  { id }: Pick<EventSessionView, "id">,
  buyers: readonly Client[],
  seatIds: readonly string[] = [],
): Promise<number> {
  const sql = postgres(process.env.MIGRATION_DATABASE_URL ?? "", {
    max: POOL,
    onnotice: () => {},
  });
  await sql`select 1`;
  const waiting = buyers.slice(0, buyers.length / 2).map(({ userId }, index) => ({
    ...{ userId, seatId: seatIds[index] },
  }));
  const count = waiting.length;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: POOL }, async () => {
      for (let buyer = waiting.pop(); buyer; buyer = waiting.pop()) await holdPlainly(sql, id, buyer);
    }),
  );
  const perSecond = count / ((performance.now() - startedAt) / 1000);
  await cleanPlainRows(sql, id);
  await sql.end();
  return perSecond;
}

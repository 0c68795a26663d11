import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { payments } from "#db/schema/payments.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { type Client, logIn } from "./clients.ts";
import { newKey } from "./given.ts";
import { until } from "./until.ts";

export interface Answer {
  readonly status: number;
  readonly body: Record<string, string>;
}

/** Sends a request until its answer is not "later". */
export type Ask = (
  path: string,
  buyer: Client,
  body: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export const isLater = ({ status, body }: Answer): boolean =>
  status === 503 || body.reason === "idempotency_in_progress";

/** One request of a buyer, once. */
export async function send(
  url: string,
  buyer: Client,
  body: unknown,
  { headers, signal }: { headers?: object | undefined; signal?: AbortSignal } = {},
): Promise<Answer> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: buyer.authorization, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
    signal: signal ?? null,
  });
  // A proxy's own answers are no JSON.
  return { status: answer.status, body: await answer.json().catch(() => ({})) };
}

const keyed = () => ({ "idempotency-key": newKey() });

/**
 * Buys one ticket after the other until none is left, whatever happens to the servers meanwhile. Who was logged out logs in
 * again.
 * @param onPaid - is told of each order whose payment was taken
 */
export async function buyAll(
  ask: Ask,
  person: Client,
  sessionId: string,
  onPaid: (orderId: string) => void = () => {},
): Promise<void> {
  let buyer = person;
  for (;;) {
    const place = await ask("/api/queue/token", buyer, { sessionId });
    const { queueToken } = place.body;
    if (place.status === 401) buyer = await again(buyer);
    if (place.body.reason === "sold_out") return;
    if (place.status !== 201) continue;
    const hold = await ask("/api/reservations/hold", buyer, { sessionId, quantity: 1, queueToken }, keyed());
    if (hold.status === 201) onPaid(await pay(ask, buyer, hold.body.holdId ?? ""));
  }
}

async function pay(ask: Ask, holder: Client, holdId: string): Promise<string> {
  let buyer = holder;
  let checkout: Answer;
  for (;;) {
    checkout = await ask("/api/payments/checkout", buyer, { holdId, method: "CARD" }, keyed());
    if (checkout.status !== 401) break;
    buyer = await again(buyer);
  }
  if (checkout.status !== 201) throw new Error(`checkout: ${JSON.stringify(checkout)}`);
  const { paymentId, orderId = "" } = checkout.body;
  const id = paymentId as `payment_${string}`;
  // The database may be away just now.
  const [payment] = await until(() => db.select().from(payments).where(eq(payments.id, id)), {
    timeoutMs: 30_000,
  });
  const { rawBody, ...signature } = signCallback(
    { pgPaymentId: payment?.pgPaymentId ?? "", status: "SUCCESS" },
    newKey(),
  );
  const taken = await ask("/api/payments/callback", buyer, rawBody, { ...signature });
  if (taken.status !== 200) throw new Error(`callback: ${JSON.stringify(taken)}`);
  return orderId;
}

const again = (buyer: Client): Promise<Client> => until(() => logIn(buyer), { timeoutMs: 30_000 });

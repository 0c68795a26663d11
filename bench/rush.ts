import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { payments } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { checkEquations } from "#server/reports/queries.ts";
import { type Client, clients } from "#server/testing/clients.ts";
import { given, newKey } from "#server/testing/given.ts";

const BUYERS = 500;
const TICKETS = 100;

type Step = "token" | "hold" | "checkout" | "callback";

export interface Rush {
  readonly sold: number;
  /** Milliseconds by step. */
  readonly latencies: Readonly<Record<Step, readonly number[]>>;
  readonly brokenEquations: readonly string[];
}

/** 500 buyers at once for 100 tickets, each from the queue token to the paid ticket or the refusal. */
export async function benchRush(appUrl: string): Promise<Rush> {
  const { id } = await given.saleOpen({ stock: TICKETS });
  const latencies: Record<Step, number[]> = { token: [], hold: [], checkout: [], callback: [] };
  const buyers = await clients(BUYERS);
  await Promise.all(buyers.map((buyer) => buy(appUrl, buyer, id, latencies)));
  const sold = await db.$count(tickets, eq(tickets.eventSessionId, id));
  const equations = await checkEquations(db);
  return {
    sold,
    latencies,
    brokenEquations: equations.filter(({ broken }) => broken > 0).map(({ name }) => name),
  };
}

const agent = new Agent({ keepAlive: true });

/** Node's own client: `fetch` would take more of the shared cores than the app does. */
async function send(url: string, body: string, headers: Record<string, string>) {
  const length = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const sent = request(url, { method: "POST", agent, headers: { ...length, ...headers } });
  sent.end(body);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, text: await text(answer) };
}

async function buy(
  url: string,
  buyer: Client,
  eventSessionId: EventSessionId,
  latencies: Record<Step, number[]>,
) {
  const post = async (step: Step, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const startedAt = performance.now();
    const answer = await send(url + path, typeof body === "string" ? body : JSON.stringify(body), {
      authorization: buyer.authorization,
      ...headers,
    });
    const content = JSON.parse(answer.text);
    latencies[step].push(performance.now() - startedAt);
    if (answer.status >= 500) throw new Error(`${step}: ${answer.status} ${JSON.stringify(content)}`);
    return answer.status < 300 ? content : undefined;
  };
  const key = () => ({ "idempotency-key": newKey() });
  const place = await post("token", "/api/queue/token", { sessionId: eventSessionId });
  const { queueToken } = place ?? {};
  const hold =
    place &&
    (await post(
      "hold",
      "/api/reservations/hold",
      { sessionId: eventSessionId, quantity: 1, queueToken },
      key(),
    ));
  if (!hold) return;
  const checkout = await post(
    "checkout",
    "/api/payments/checkout",
    { holdId: hold.holdId, method: "CARD" },
    key(),
  );
  const [payment] = await db.select().from(payments).where(eq(payments.id, checkout.paymentId));
  const { rawBody, ...signature } = signCallback(
    { pgPaymentId: payment?.pgPaymentId ?? "", status: "SUCCESS" },
    newKey(),
  );
  await post("callback", "/api/payments/callback", rawBody, signature);
}

import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { arrive, type Kind, type Tally } from "./arrivals.ts";
import { RawClient, requestBytes } from "./raw-http.ts";

/** What a process of its own sends for a while. */
export interface Plan {
  /** The app processes, which are asked in turn. */
  readonly urls: readonly string[];
  readonly milliseconds: number;
  /** Requests a second of each kind. */
  readonly rates: Readonly<Record<KindName, number>>;
  readonly eventId: string;
  readonly sessionId: string;
  /** What each buyer is known by; every one buys once. */
  readonly buyers: readonly string[];
  /** People in another line, who ask for their place now and then. */
  readonly waiting: readonly { readonly authorization: string; readonly queueToken: string }[];
  readonly waitingFor: string;
}

type KindName = "stock" | "serving" | "token" | "hold" | "checkout" | "callback" | "place" | "poll";

/** More would be waiting for the app rather than in it. */
const CONNECTIONS_MAX = 2000;
/** Each step of a purchase follows the one before it after that long. */
const STEP_MS = 1000;

/** A buyer before a step, and what the step before was answered. */
interface Step {
  readonly authorization: string;
  readonly handed: string;
}

/** Of a right answer, where it is not 201. */
const STATUSES: Partial<Record<KindName, number>> = { callback: 200 };

process.once("message", async (plan: Plan) => process.send?.(await run(plan)));
process.on("disconnect", () => process.exit());
process.send?.("ready");

async function run(plan: Plan): Promise<Readonly<Record<string, Tally>>> {
  const clients = plan.urls.map((url) => new RawClient(url, Math.floor(CONNECTIONS_MAX / plan.urls.length)));
  let turn = 0;
  const kinds = [...readKinds(plan), ...purchaseKinds(plan)].filter(({ perSecond }) => perSecond > 0);
  const tallies = await arrive(kinds, plan.milliseconds, (bytes, take) =>
    (clients[turn++ % clients.length] as RawClient).send(bytes, take),
  );
  for (const client of clients) client.close();
  return tallies;
}

function readKinds({ rates, eventId, sessionId, waiting, waitingFor }: Plan): Kind[] {
  const same = (name: KindName, path: string): Kind => {
    const request = { bytes: requestBytes("GET", path) };
    return { name, perSecond: rates[name], status: 200, next: () => request };
  };
  let asking = 0;
  return [
    same("stock", `/api/events/${eventId}/sessions`),
    same("serving", `/api/queue/serving?sessionId=${sessionId}`),
    same("poll", `/api/queue/serving?sessionId=${waitingFor}`),
    {
      name: "place",
      perSecond: rates.place,
      status: 200,
      next() {
        const { authorization, queueToken } = waiting[asking++ % waiting.length] as Plan["waiting"][number];
        const path = `/api/queue/status?token=${queueToken}`;
        return { bytes: requestBytes("GET", path, { headers: { authorization } }) };
      },
    },
  ];
}

/** A step of a purchase goes on from what the step before it was answered. */
function purchaseKinds({ rates, sessionId, buyers }: Plan): Kind[] {
  const waiting: Record<"hold" | "checkout" | "callback", Step[]> = { hold: [], checkout: [], callback: [] };
  let [arrived, keys] = [0, 0];
  const post = (path: string, authorization: string, body: object) =>
    requestBytes("POST", path, {
      headers: { authorization, "idempotency-key": `${process.pid}-${Date.now()}-${keys++}` },
      body: JSON.stringify(body),
    });
  return [
    kindOf("token", 0, () => {
      const authorization = buyers[arrived++];
      if (authorization === undefined) return undefined;
      return {
        bytes: post("/api/queue/token", authorization, { sessionId }),
        take: (body) => waiting.hold.push({ authorization, handed: JSON.parse(body).queueToken }),
      };
    }),
    kindOf("hold", 1, () => {
      const step = waiting.hold.shift();
      if (!step) return undefined;
      const { authorization, handed: queueToken } = step;
      return {
        bytes: post("/api/reservations/hold", authorization, { sessionId, quantity: 1, queueToken }),
        take: (body) => waiting.checkout.push({ authorization, handed: JSON.parse(body).holdId }),
      };
    }),
    kindOf("checkout", 2, () => {
      const step = waiting.checkout.shift();
      if (!step) return undefined;
      const { authorization, handed: holdId } = step;
      return {
        bytes: post("/api/payments/checkout", authorization, { holdId, method: "CARD" }),
        take: (body) => waiting.callback.push({ authorization, handed: paymentIn(body) }),
      };
    }),
    kindOf("callback", 3, () => {
      const step = waiting.callback.shift();
      if (!step) return undefined;
      const callback = { pgPaymentId: step.handed, status: "SUCCESS" } as const;
      const { rawBody, ...headers } = signCallback(callback, `${process.pid}-${keys++}`);
      return { bytes: requestBytes("POST", "/api/payments/callback", { headers, body: rawBody }) };
    }),
  ];

  function kindOf(name: KindName, step: number, next: Kind["next"]): Kind {
    return { name, perSecond: rates[name], status: STATUSES[name] ?? 201, afterMs: step * STEP_MS, next };
  }
}

/** The provider's name for the payment, from the address of its page. */
function paymentIn(body: string): string {
  const { paymentSessionUrl } = JSON.parse(body);
  const [ticket = ""] = new URL(paymentSessionUrl).pathname.split("/").at(-1)?.split(".") ?? [];
  return JSON.parse(Buffer.from(ticket, "base64url").toString()).pgPaymentId;
}

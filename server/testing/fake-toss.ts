import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";

/** What the next request of a kind meets: an answer that is late, lost before or after it was worked on, or a refusal. */
export type TossFault =
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "dropBefore" | "dropAfter" | "busy" | "garbage" }
  | { readonly kind: "refuse"; readonly status: number; readonly code: string };

type Call = "confirm" | "lookup" | "cancel";

/** A payment in the books of the pretended Toss. */
interface Booked {
  paymentKey: string;
  orderId: string;
  status: string;
  totalAmount: number;
  balanceAmount: number;
  failure: { code: string; message: string } | null;
  cancels: { cancelAmount: number; cancelReason: string }[];
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * A local server with Toss's shapes and rules (confirm, lookup, cancel, and idempotency keys that count once), which
 * can misbehave. What counts in a test is its books: {@link FakeToss.charged}.
 */
export interface FakeToss {
  readonly url: string;
  /** The buyer authorizes at Toss's window. @returns the paymentKey that comes back with them */
  authorize(order: { orderId: string; amount: number }): string;
  /** The next request of this kind, about this order where one is named, meets this; several queue up. */
  fault(call: Call, fault: TossFault, orderId?: string): void;
  forgetFaults(): void;
  /** Ends every authorization that was not charged, as Toss does after ten minutes. */
  expireAll(): void;
  book(paymentKey: string): Booked;
  /** Drops an authorization from the books, as Toss does in time. */
  forget(paymentKey: string): void;
  /** KRW that were taken for an order and not given back, by all its authorizations. */
  charged(orderId: string): number;
  /** How many requests of a kind came, and under which idempotency keys. */
  readonly seen: readonly { readonly call: Call; readonly key: string | undefined }[];
  stop(): Promise<void>;
}

/** Requests with any other key are refused. */
export const FAKE_TOSS_KEY = "test_sk_of_the_pretended_toss";

const refusal = (status: number, code: string): Answer => ({
  status,
  body: { code, message: `${code} in words` },
});

export async function startFakeToss(port = 0): Promise<FakeToss> {
  const books = new Map<string, Booked>();
  const answers = new Map<string, Answer>();
  const underWay = new Set<string>();
  const faults: { call: Call; fault: TossFault; orderId?: string | undefined }[] = [];
  const seen: { call: Call; key: string | undefined }[] = [];

  const serve = (call: Call, work: (c: Context) => Answer | Promise<Answer>) => async (c: Context) => {
    const key = c.req.header("idempotency-key");
    seen.push({ call, key });
    if (c.req.header("authorization") !== `Basic ${Buffer.from(`${FAKE_TOSS_KEY}:`).toString("base64")}`)
      return send(c, refusal(401, "UNAUTHORIZED_KEY"));
    const paymentKey = c.req.param("paymentKey") ?? (await c.req.json()).paymentKey;
    const about = books.get(paymentKey)?.orderId;
    const at = faults.findIndex((one) => one.call === call && (one.orderId ?? about) === about);
    const [met] = at < 0 ? [] : faults.splice(at, 1);
    return meet(c, met?.fault, () => answerOnce(key && `${key} ${c.req.path}`, () => work(c)));
  };

  /** One name is carried out once and answered the same for ever; while it is under way it is refused. */
  const answerOnce = async (
    name: string | undefined,
    work: () => Answer | Promise<Answer>,
  ): Promise<Answer> => {
    if (!name) return work();
    const known = answers.get(name);
    if (known) return known;
    if (underWay.has(name)) return refusal(409, "IDEMPOTENT_REQUEST_PROCESSING");
    underWay.add(name);
    try {
      const answer = await work();
      answers.set(name, answer);
      return answer;
    } finally {
      underWay.delete(name);
    }
  };

  const confirm = async (c: Context): Promise<Answer> => {
    const { paymentKey, orderId, amount } = await c.req.json();
    const booked = books.get(paymentKey);
    if (!booked || booked.status === "EXPIRED") return refusal(404, "NOT_FOUND_PAYMENT_SESSION");
    if (booked.orderId !== orderId || booked.totalAmount !== amount) return refusal(400, "INVALID_REQUEST");
    if (booked.status !== "IN_PROGRESS") return refusal(400, "ALREADY_PROCESSED_PAYMENT");
    const isPaid = [...books.values()].some((other) => other.orderId === orderId && other.status === "DONE");
    if (isPaid) return refusal(400, "DUPLICATED_ORDER_ID");
    Object.assign(booked, { status: "DONE", balanceAmount: booked.totalAmount });
    return { status: 200, body: { ...booked } };
  };

  const lookup = (c: Context): Answer => {
    const booked = books.get(c.req.param("paymentKey") ?? "");
    return booked ? { status: 200, body: { ...booked } } : refusal(404, "NOT_FOUND_PAYMENT");
  };

  const cancel = async (c: Context): Promise<Answer> => {
    const booked = books.get(c.req.param("paymentKey") ?? "");
    const { cancelReason, cancelAmount = booked?.balanceAmount } = await c.req.json();
    if (!booked) return refusal(404, "NOT_FOUND_PAYMENT");
    if (!cancelReason) return refusal(400, "INVALID_REQUEST");
    if (booked.status === "CANCELED") return refusal(400, "ALREADY_CANCELED_PAYMENT");
    if (!["DONE", "PARTIAL_CANCELED"].includes(booked.status)) return refusal(403, "NOT_CANCELABLE_PAYMENT");
    const balanceAmount = booked.balanceAmount - cancelAmount;
    if (balanceAmount < 0) return refusal(403, "NOT_CANCELABLE_AMOUNT");
    booked.cancels.push({ cancelAmount, cancelReason });
    Object.assign(booked, { balanceAmount, status: balanceAmount > 0 ? "PARTIAL_CANCELED" : "CANCELED" });
    return { status: 200, body: { ...booked } };
  };

  const authorize = ({ orderId, amount: totalAmount }: { orderId: string; amount: number }) => {
    const paymentKey = `tgen_${randomUUID()}`;
    const booked = {
      paymentKey,
      orderId,
      totalAmount,
      balanceAmount: 0,
      status: "IN_PROGRESS",
      failure: null,
      cancels: [],
    };
    books.set(paymentKey, booked);
    return paymentKey;
  };

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post("/v1/payments/confirm", serve("confirm", confirm));
  app.get("/v1/payments/:paymentKey", serve("lookup", lookup));
  app.post("/v1/payments/:paymentKey/cancel", serve("cancel", cancel));
  app.get("/", (c) => c.json({}));
  // For tests in another process: the buyer's part, and faults.
  app.post("/_authorize", async (c) => c.json({ paymentKey: authorize(await c.req.json()) }));
  app.post("/_fault", async (c) => {
    faults.push(await c.req.json());
    return c.json({});
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    authorize,
    fault: (call, fault, orderId) => void faults.push({ call, fault, orderId }),
    expireAll() {
      for (const booked of books.values()) if (booked.status === "IN_PROGRESS") booked.status = "EXPIRED";
    },
    forgetFaults: () => void faults.splice(0),
    forget: (paymentKey) => void books.delete(paymentKey),
    book(paymentKey) {
      const booked = books.get(paymentKey);
      if (!booked) throw new Error(`${paymentKey} was not authorized`);
      return booked;
    },
    charged: (orderId) =>
      [...books.values()]
        .filter((booked) => booked.orderId === orderId)
        .reduce((sum, { balanceAmount }) => sum + balanceAmount, 0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

async function meet(
  c: Context,
  fault: TossFault | undefined,
  work: () => Promise<Answer>,
): Promise<Response> {
  switch (fault?.kind) {
    case "delay":
      await wait(fault.ms);
      return send(c, await work());
    case "refuse":
      return send(c, refusal(fault.status, fault.code));
    case "busy":
      return send(c, refusal(409, "IDEMPOTENT_REQUEST_PROCESSING"));
    case "garbage":
      return c.html("<h1>Bad gateway</h1>", 502);
    case "dropAfter":
      await work();
      return drop(c);
    case "dropBefore":
      return drop(c);
    case undefined:
      return send(c, await work());
  }
}

const send = (c: Context, { status, body }: Answer): Response => c.json(body, status as 200);

function drop(c: Context): Response {
  c.env.incoming.socket.destroy();
  return c.body(null);
}

/** A webhook as Toss sends it: unsigned, and what it says of the status need not be true. */
export const tossWebhook = (orderId: string, status: string) => ({
  eventType: "PAYMENT_STATUS_CHANGED",
  createdAt: "2026-11-20T10:00:00.000000",
  data: { mId: "tvivarepublica", orderId, status, method: "카드" },
});

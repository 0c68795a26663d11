import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Hono } from "hono";
import { receiveTransmission } from "../sandbox/commands/receive-transmission.ts";
import type { ReceiverMode } from "../sandbox/contract.ts";
import { bodyOf } from "./body.ts";
import { anonymousContext } from "./context.ts";
import { headerOf } from "./header.ts";
import { problemResponse } from "./problem.ts";

/** As long as a sender waits, but for a moment. */
const SLOW_MS = 9900;
const HEADERS = ["webhook-id", "webhook-timestamp", "webhook-signature", "webhook-type"];

/** The sandbox's data platform, which behaves as its page says: not a call of the contract, but what others may do. */
export function mountSandbox(app: Hono): void {
  app.post("/api/sandbox/data-platform", async (c) => {
    const ctx = anonymousContext(c);
    try {
      const headers = Object.fromEntries(HEADERS.map((name) => [name, headerOf(c, name) ?? ""]));
      const message = { rawBody: await bodyOf(c), ...headers } as Parameters<typeof receiveTransmission>[1];
      const { mode } = await receiveTransmission(ctx, message);
      return await BEHAVIOURS[mode](c);
    } catch (error) {
      return problemResponse(error, ctx);
    }
  });
}

const BEHAVIOURS: Readonly<Record<ReceiverMode, (c: Context) => Response | Promise<Response>>> = {
  normal: (c) => c.json({ received: true }),
  async slow(c) {
    await sleep(SLOW_MS);
    return c.json({ received: true });
  },
  error500: (c) => c.text("The warehouse is on fire.", 500),
  error404: (c) => c.text("Not found.", 404),
  busy: (c) => c.text("One at a time, please.", 429, { "retry-after": "120" }),
  // The headers and then nothing, until the sender gives up.
  hang: () =>
    new Response(new ReadableStream({ start() {} }), { headers: { "content-type": "application/json" } }),
  reset(c) {
    c.env?.incoming?.socket.resetAndDestroy();
    return c.body(null);
  },
  // A process cannot refuse a connection that it shares with the shop; this is as near as it gets.
  down: (c) => c.text("", 503),
};

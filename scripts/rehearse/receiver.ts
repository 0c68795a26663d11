import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** The data platform's part: it takes everything, and knows under which ids an order came. */
export async function startReceiver() {
  const idsOf = new Map<string, Set<string>>();
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => "");
    const orderId = /order_[0-9a-z]{26}/.exec(body)?.[0];
    const ids = idsOf.get(orderId ?? "") ?? new Set();
    if (orderId) idsOf.set(orderId, ids.add(String(request.headers["webhook-id"])));
    response.end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** Under how many ids the message of an order came. */
    idsOf: (orderId: string): number => idsOf.get(orderId)?.size ?? 0,
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

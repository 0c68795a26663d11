import type { Context, Hono } from "hono";
import { shipOrders } from "../fulfillment/commands/ship-orders.ts";
import type { ShippedOrders } from "../fulfillment/contract.ts";
import { TRACKING_BYTES_MAX } from "../fulfillment/values.ts";
import { authorize } from "../platform/operation/allow.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { shippingErrors } from "../shipping/errors.ts";
import { bytesOf } from "./body.ts";
import { limitBody } from "./body-limit.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { corsOf } from "./cors.ts";
import { headerOf } from "./header.ts";
import { limitUploads } from "./limits.ts";
import { requireTrustedSource } from "./own-page.ts";
import { problemResponse } from "./problem.ts";

const FILES = "/api/admin/shippings/tracking";

/**
 * Takes files of tracking numbers (docs/spec/http-api.md#files-of-tracking-numbers). It is mounted before the limit of the
 * other bodies, since a file is larger.
 */
export function mountTrackingFiles(app: Hono): void {
  const cors = corsOf();
  if (cors) app.use(FILES, cors);
  app.post(FILES, limitBody(TRACKING_BYTES_MAX), async (c) => {
    try {
      return await takeFile(c);
    } catch (error) {
      return problemResponse(error, anonymousContext(c));
    }
  });
}

/** Everything that can refuse the caller is asked before the body is read. */
async function takeFile(c: Context): Promise<Response> {
  requireTrustedSource(c, { allowsOrigins: true });
  // No form of another site can make a browser send such a type; Windows calls the files by the second one.
  if (!/^(text\/csv|application\/vnd\.ms-excel)\b/i.test(headerOf(c, "content-type") ?? ""))
    throw shippingErrors.tracking_kind();
  const anonymous = anonymousContext(c);
  const ctx = { ...anonymous, actor: await actorOf(c, anonymous, true) };
  authorize(shipOrders.allow, ctx);
  await limitUploads(ctx);
  const { results, ...wrong } = await shipOrders(ctx, { bytes: await bytesOf(c) });
  return wrong.mistakes.length > 0
    ? refuseFile(ctx, wrong)
    : c.json({ results }, 200, { "cache-control": "no-store" });
}

/** A problem as the others are, with the mistakes besides. */
async function refuseFile(
  ctx: AppContext,
  { mistakes, mistakeCount: count }: Pick<ShippedOrders, "mistakes" | "mistakeCount">,
): Promise<Response> {
  const { line = 1, column = null, code = "no_orders", found = "" } = mistakes[0] ?? {};
  const problem = problemResponse(
    shippingErrors.tracking_mistakes({ count, line, column, code, found }),
    ctx,
  );
  return new Response(JSON.stringify({ ...(await problem.json()), mistakes }), problem);
}

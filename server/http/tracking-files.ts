import type { Hono } from "hono";
import { shipOrders } from "../fulfillment/commands/ship-orders.ts";
import { TRACKING_BYTES_MAX } from "../fulfillment/values.ts";
import { shippingErrors } from "../shipping/errors.ts";
import { bytesOf } from "./body.ts";
import { limitBody } from "./body-limit.ts";
import { corsOf } from "./cors.ts";
import { answering, refuseFile, requireCsv } from "./csv-files.ts";

const FILES = "/api/admin/shippings/tracking";

/**
 * Takes files of tracking numbers (docs/spec/http-api.md#files-of-tracking-numbers). It is mounted before the limit of the
 * other bodies, since a file is larger.
 */
export function mountTrackingFiles(app: Hono): void {
  const cors = corsOf();
  if (cors) app.use(FILES, cors);
  app.post(FILES, limitBody(TRACKING_BYTES_MAX), (c) =>
    answering(c, async () => {
      const ctx = await requireCsv(c, shipOrders.allow, shippingErrors.tracking_kind);
      const { results, mistakes, mistakeCount } = await shipOrders(ctx, { bytes: await bytesOf(c) });
      const [first, ...others] = mistakes;
      if (!first) return c.json({ results }, 200, { "cache-control": "no-store" });
      return refuseFile(ctx, [first, ...others], (wrong) =>
        shippingErrors.tracking_mistakes({ ...wrong, count: mistakeCount }),
      );
    }),
  );
}

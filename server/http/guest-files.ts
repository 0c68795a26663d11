import type { Hono } from "hono";
import { eventSessionId } from "../catalog/contract.ts";
import { importGuests } from "../guests/commands/import-guests.ts";
import { guestErrors } from "../guests/errors.ts";
import { GUEST_BYTES_MAX } from "../guests/values.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { bytesOf } from "./body.ts";
import { limitBody } from "./body-limit.ts";
import { corsOf } from "./cors.ts";
import { answering, refuseFile, requireCsv } from "./csv-files.ts";

const FILES = "/api/admin/sessions/:eventSessionId/guests";

/**
 * Takes files of guests (docs/spec/http-api.md#files-of-guests). It is mounted before the limit of the other bodies, since a
 * file is larger.
 */
export function mountGuestFiles(app: Hono): void {
  const cors = corsOf();
  if (cors) app.use(FILES, cors);
  app.post(FILES, limitBody(GUEST_BYTES_MAX), (c) =>
    answering(c, async () => {
      const ctx = await requireCsv(c, importGuests.allow, guestErrors.guest_kind);
      const id = eventSessionId.safeParse(c.req.param("eventSessionId"));
      if (!id.success) throw platformErrors.not_found({ what: "event session" });
      const sent = { eventSessionId: id.data, bytes: await bytesOf(c) };
      const { count, mistakes, mistakeCount } = await importGuests(ctx, sent);
      const [first, ...others] = mistakes;
      if (!first) return c.json({ count }, 200, { "cache-control": "no-store" });
      return refuseFile(ctx, [first, ...others], (wrong) =>
        guestErrors.guest_mistakes({ ...wrong, count: mistakeCount }),
      );
    }),
  );
}

import type { Context, Hono } from "hono";
import { authorize } from "../platform/operation/allow.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { importSeatMap } from "../seat-maps/commands/import-seat-map.ts";
import { seatMapId } from "../seat-maps/contract.ts";
import { seatMapErrors } from "../seat-maps/errors.ts";
import { exportSeatMap } from "../seat-maps/queries.ts";
import { SEAT_MAP_BYTES_MAX } from "../seat-maps/values.ts";
import { bytesOf } from "./body.ts";
import { limitBody } from "./body-limit.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { corsOf } from "./cors.ts";
import { answering, refuseFile, requireCsv } from "./csv-files.ts";
import { headerOf } from "./header.ts";

const FILES = "/api/admin/seat-maps/:seatMapId/csv";

/**
 * Takes and gives seat maps as files (docs/spec/http-api.md#seat-maps). It is mounted before the limit of the other bodies,
 * since a file is larger.
 */
export function mountSeatMaps(app: Hono): void {
  const cors = corsOf();
  if (cors) app.use(FILES, cors);
  app.get(FILES, (c) => answering(c, () => serveFile(c)));
  app.post(FILES, limitBody(SEAT_MAP_BYTES_MAX), (c) => answering(c, () => takeFile(c)));
}

async function takeFile(c: Context): Promise<Response> {
  const ctx = await requireCsv(c, importSeatMap.allow, seatMapErrors.seat_map_kind);
  const input = { seatMapId: idIn(c), readVersion: versionIn(c), bytes: await bytesOf(c) };
  const { seatMap, mistakes, mistakeCount } = await importSeatMap(ctx, input);
  const [first, ...others] = mistakes;
  if (!first) return c.json(seatMap, 200, { "cache-control": "no-store" });
  return refuseFile(ctx, [first, ...others], (wrong) =>
    seatMapErrors.seat_map_mistakes({ ...wrong, count: mistakeCount }),
  );
}

async function serveFile(c: Context): Promise<Response> {
  const anonymous = anonymousContext(c);
  const ctx = { ...anonymous, actor: await actorOf(c, anonymous, true) };
  authorize(exportSeatMap.allow, ctx);
  const { name, version, csv } = await exportSeatMap(ctx, { seatMapId: idIn(c) });
  return c.body(csv, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="seat-map.csv"; filename*=UTF-8''${encodeURIComponent(name)}.csv`,
    etag: `"${version}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
}

function idIn(c: Context) {
  const id = seatMapId.safeParse(c.req.param("seatMapId"));
  if (!id.success) throw platformErrors.not_found({ what: "seat map" });
  return id.data;
}

/** The version that the caller has read, in the header in which HTTP has it. */
function versionIn(c: Context): number {
  const version = /^"?(\d{1,9})"?$/.exec(headerOf(c, "if-match") ?? "")?.[1];
  if (version === undefined)
    throw platformErrors.invalid_argument({
      path: "If-Match",
      problem: "has to be the version that was read",
    });
  return Number(version);
}

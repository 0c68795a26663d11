import type { Context, Hono } from "hono";
import { z } from "zod";
import { inTransaction } from "../platform/database/transaction.ts";
import { authorize } from "../platform/operation/allow.ts";
import { writeAudit } from "../platform/operation/audit.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { type Download, HEADING_LANGUAGES } from "../platform/operation/list.ts";
import { parseInput } from "../platform/operation/parse.ts";
import { BYTE_ORDER_MARK, csvLine } from "../platform/values/csv.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { problemResponse } from "./problem.ts";

/**
 * Serves the lists as CSV files, with the filters and the sort of the list itself in the address
 * (docs/spec/http-api.md#calls). A file of any length takes the memory of one part, since the next is read only when
 * the client has taken the last.
 */
export function mountExports(app: Hono, downloads: Readonly<Record<string, Download>>): void {
  app.get("/api/exports/:list", async (c) => {
    const anonymous = anonymousContext(c);
    try {
      const name = c.req.param("list");
      const download = Object.hasOwn(downloads, name) ? downloads[name] : undefined;
      if (!download) throw platformErrors.not_found({ what: "list" });
      const ctx = { ...anonymous, actor: await actorOf(c, anonymous, true) };
      return await respond(c, ctx, name, download);
    } catch (error) {
      return problemResponse(error, anonymous);
    }
  });
}

/** The language of the headings; without one they are the fields' names, for programs. */
const Language = z.object({ lang: z.enum(HEADING_LANGUAGES).optional() });

async function respond(c: Context, ctx: AppContext, name: string, download: Download): Promise<Response> {
  authorize(download.allow, ctx);
  const { lang, ...asked } = c.req.query();
  const language = parseInput(Language, { lang }).lang;
  const parts = download.cells(ctx, asked);
  // The first part is read before the answer begins, so that a refusal can still be sent.
  const first = await parts.next();
  await inTransaction(ctx, async (tx) =>
    writeAudit(tx, [{ action: "reports.export", target: name, outcome: "ok", meta: withoutTexts(asked) }]),
  );
  return new Response(toStream(download.headings(language), first, parts), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

/** The filters as they may be kept for good: what was searched for, unless it is an id, may name a person. */
function withoutTexts({ search, ...filters }: Record<string, string>): Record<string, string> {
  if (search === undefined) return filters;
  return { ...filters, search: /^[a-z_]+_[0-9a-z]{26}$/.test(search) ? search : "(text)" };
}

function toStream(
  headings: readonly string[],
  first: IteratorResult<unknown[][]>,
  parts: AsyncGenerator<unknown[][]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<unknown[][]> | undefined = first;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(headings)));
    },
    async pull(controller) {
      const { done, value } = next ?? (await parts.next());
      next = undefined;
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map(csvLine).join("")));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}

import type { Context, Hono } from "hono";
import { z } from "zod";
import { confirmLogin } from "../auth/live.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { authorize } from "../platform/operation/allow.ts";
import { writeAudit } from "../platform/operation/audit.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { DOWNLOAD_LANGUAGES, type Download, type DownloadLanguage } from "../platform/operation/list.ts";
import { parseInput } from "../platform/operation/parse.ts";
import { BYTE_ORDER_MARK, csvLine } from "../platform/values/csv.ts";
import { actorOf, anonymousContext } from "./context.ts";
import { problemResponse } from "./problem.ts";

/** What the codes of a list's columns are called: by the name of the column and the code. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** A list as a file: its rows, and its words in each language. */
export interface ListFile {
  readonly download: Download;
  readonly words: Readonly<Record<DownloadLanguage, Words>>;
}

/**
 * Serves the lists as CSV files, with the filters and the sort of the list itself in the address
 * (docs/spec/http-api.md#calls). A file of any length takes the memory of one part, since the next is read only when
 * the client has taken the last. Whether the caller still may is asked before each, since a client may take as long as it
 * likes: where not, the file breaks off.
 */
export function mountExports(app: Hono, files: Readonly<Record<string, ListFile>>): void {
  app.get("/api/exports/:list", async (c) => {
    const anonymous = anonymousContext(c);
    try {
      const name = c.req.param("list");
      const file = Object.hasOwn(files, name) ? files[name] : undefined;
      if (!file) throw platformErrors.not_found({ what: "list" });
      const ctx = { ...anonymous, actor: await actorOf(c, anonymous, true) };
      return await respond(c, ctx, name, file);
    } catch (error) {
      return problemResponse(error, anonymous);
    }
  });
}

/** The language of headings and states; without one they are the fields' names and codes, for programs. */
const Language = z.object({ lang: z.enum(DOWNLOAD_LANGUAGES).optional() });

async function respond(c: Context, ctx: AppContext, name: string, file: ListFile): Promise<Response> {
  const { download, words } = file;
  authorize(download.allow, ctx);
  const { lang, ...asked } = c.req.query();
  const language = parseInput(Language, { lang }).lang;
  const parts = download.rows(ctx, asked);
  // The first part is read before the answer begins, so that a refusal can still be sent.
  const first = await parts.next();
  await inTransaction(ctx, async (tx) =>
    writeAudit(tx, [{ action: "reports.export", target: name, outcome: "ok", meta: withoutTexts(asked) }]),
  );
  const line = (row: Row) =>
    csvLine(download.fields.map((field) => inWords(row[field], language && words[language][field])));
  const next = async () => {
    if (ctx.actor.kind === "user") await confirmLogin(ctx, ctx.actor);
    return parts.next();
  };
  return new Response(toStream(csvLine(download.headings(language)), line, first, next), {
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

/** A state or another code in words; every other value, and a code that has no words, as it is. */
function inWords(value: unknown, words: Words[string]): unknown {
  const code = typeof value === "boolean" || typeof value === "string" ? String(value) : undefined;
  return code !== undefined && words && Object.hasOwn(words, code) ? words[code] : value;
}

type Row = Record<string, unknown>;

function toStream(
  headings: string,
  line: (row: Row) => string,
  first: IteratorResult<Row[]>,
  readNext: () => Promise<IteratorResult<Row[]>>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<Row[]> | undefined = first;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK + headings));
    },
    async pull(controller) {
      const { done, value } = next ?? (await readNext());
      next = undefined;
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map(line).join("")));
    },
  });
}

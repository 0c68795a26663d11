import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { parse } from "hono/utils/cookie";
import inject from "light-my-request";
import { localeCookie, negotiateLocale } from "#components/i18n/locale.ts";
import { asTheme, themeCookie } from "#components/preferences/theme.ts";
import { cookieNames } from "../auth/tokens.ts";
import { createSharedRead } from "../platform/concurrency/shared-read.ts";
import { env } from "../platform/config/env.ts";

type Page = (request: IncomingMessage, response: ServerResponse) => unknown;

/** How long a page that was drawn once is sent to everyone without a login, in milliseconds. */
const KEPT_MS = 1000;

/** The first page and those of events. A search in the first page's address is the reader's own. */
const SHARED = /^\/(?:events\/[\w-]+)?$/;

const ENCODINGS = ["br", "gzip"];

/**
 * Draws the pages that all readers without a login see alike once a second, however many ask
 * (docs/decisions/067-shared-pages.md). The others pass as they are.
 */
export const sharePages = (page: Page, appUrl = env.APP_URL): Page => {
  const { host } = new URL(appUrl);
  const { access } = cookieNames(appUrl);
  const copies = createSharedRead<string, Copy>(KEPT_MS);
  return async (request, response) => {
    const wanted = sharedBy(request, access);
    if (!wanted) return page(request, response);
    const { status, headers, body } = await copies.run(JSON.stringify(wanted), () =>
      draw(page, host, wanted),
    );
    response.writeHead(status, headers).end(body);
  };
};

/** All that such a page depends on. It is drawn from nothing else, so nobody can have others read what they alone sent. */
interface Wanted {
  readonly url: string;
  readonly headers: Readonly<Record<"accept-encoding" | "accept-language" | "cookie", string>>;
}

function sharedBy({ method, url = "", headers }: IncomingMessage, access: string): Wanted | undefined {
  // Next's router asks for its record of a page in place of the HTML.
  if (method !== "GET" || !SHARED.test(url) || headers.rsc !== undefined) return;
  const cookies = parse(headers.cookie ?? "");
  if (cookies[access] !== undefined) return;
  const locale = negotiateLocale(cookies[localeCookie], headers["accept-language"] ?? null);
  const understood = String(headers["accept-encoding"] ?? "");
  return {
    url,
    headers: {
      "accept-encoding": ENCODINGS.find((encoding) => understood.includes(encoding)) ?? "identity",
      "accept-language": locale,
      cookie: `${themeCookie}=${asTheme(cookies[themeCookie])}`,
    },
  };
}

interface Copy {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

async function draw(page: Page, host: string, { url, headers }: Wanted): Promise<Copy> {
  const answer = await inject(page as Parameters<typeof inject>[0], {
    ...{ method: "GET", url, headers: { ...headers, host } },
  });
  const { connection: _, date: __, "transfer-encoding": ___, ...kept } = answer.headers;
  const body = answer.rawPayload;
  return { status: answer.statusCode, headers: { ...kept, "content-length": body.length }, body };
}

import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { parse } from "hono/utils/cookie";
import inject from "light-my-request";
import { localeCookie, negotiateLocale } from "#components/i18n/locale.ts";
import { asTheme, themeCookie } from "#components/preferences/theme.ts";
import { cookieNames, verifyAccessToken } from "../auth/tokens.ts";
import { createSharedRead } from "../platform/concurrency/shared-read.ts";
import { env } from "../platform/config/env.ts";
import { AppError } from "../platform/operation/errors.ts";
import type { Handler } from "./server.ts";

/** How long a page that was drawn once is sent to everyone without a login, in milliseconds. */
const KEPT_MS = 1000;

/** The first page, whose query is a search of the reader's own, and those of events, which read none. */
const SHARED = /^(?:\/$|\/events\/[\w-]+(?=\?|$))/;

const ENCODINGS = ["br", "gzip"];

/**
 * Draws the pages that all readers without a login see alike once a second, however many ask
 * (docs/decisions/067-shared-pages.md). The others pass as they are.
 */
export const sharePages = (page: Handler, appUrl = env.APP_URL, isLogin = isAccessToken): Handler => {
  const { host } = new URL(appUrl);
  const { access } = cookieNames(appUrl);
  const copies = createSharedRead<string, Copy>(KEPT_MS);
  return async (request, response) => {
    const url = sharedUrl(request);
    if (url === undefined) return page(request, response);
    const cookies = parse(request.headers.cookie ?? "");
    const token = cookies[access];
    if (token && (await isLogin(token))) return page(request, response);
    const wanted = { url, headers: wantedOf(request, cookies) };
    const { status, headers, body } = await copies.run(JSON.stringify(wanted), () =>
      draw(page, host, wanted),
    );
    response.writeHead(status, headers).end(body);
  };
};

/** The address of a page that strangers share, where one is asked for. */
function sharedUrl({ method, url = "", headers }: IncomingMessage): string | undefined {
  // Next's router asks for its record of a page in place of the HTML.
  if (method === "GET" && headers.rsc === undefined) return SHARED.exec(url)?.[0];
}

/** Whether a token was given out by a login; with any other a page is drawn as for a stranger. */
const isAccessToken = (token: string): Promise<boolean> =>
  verifyAccessToken(token).then(
    () => true,
    (error: unknown) => !(error instanceof AppError),
  );

/** All that such a page depends on. It is drawn from nothing else, so nobody can have others read what they alone sent. */
interface Wanted {
  readonly url: string;
  readonly headers: Readonly<Record<"accept-encoding" | "accept-language" | "cookie", string>>;
}

const wantedOf = ({ headers }: IncomingMessage, cookies: ReturnType<typeof parse>): Wanted["headers"] => ({
  "accept-encoding": encodingOf(String(headers["accept-encoding"] ?? "")),
  "accept-language": negotiateLocale(cookies[localeCookie], headers["accept-language"] ?? null),
  cookie: `${themeCookie}=${asTheme(cookies[themeCookie])}`,
});

/** @param accepted - such as `gzip, br;q=0` */
function encodingOf(accepted: string): string {
  const understood = accepted
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, weight = "1"]) => Number(weight) > 0)
    .map(([name]) => name);
  return ENCODINGS.find((encoding) => understood.includes(encoding)) ?? "identity";
}

interface Copy {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

async function draw(page: Handler, host: string, { url, headers }: Wanted): Promise<Copy> {
  const answer = await inject(page as Parameters<typeof inject>[0], {
    ...{ method: "GET", url, headers: { ...headers, host } },
  });
  const { connection: _, date: __, "transfer-encoding": ___, ...kept } = answer.headers;
  const body = answer.rawPayload;
  return { status: answer.statusCode, headers: { ...kept, "content-length": body.length }, body };
}

import { posterSvgOf } from "#components/buyer/catalog/poster-svg.ts";
import type { EventView } from "#server/catalog/contract.ts";
import { eventId as eventIdSchema } from "#server/catalog/contract.ts";
import { getEvent, listEventSessions } from "#server/catalog/queries.ts";
import { createKeptAnswers } from "#server/platform/concurrency/kept-answers.ts";
import { singleton } from "#server/platform/concurrency/singleton.ts";
import { approximateNow } from "#server/platform/database/clock.ts";
import { drawCard } from "#server/platform/files/social-card.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { AppError } from "#server/platform/operation/errors.ts";
import { posterId } from "#server/posters/contract.ts";
import { readPosterFile } from "#server/posters/gateways/poster-files.ts";
import { eventCardOf } from "../event-card.ts";

/** Pictures that a process keeps, each of some eighty kilobytes. */
const CARDS_KEPT_MAX = 60;
const kept = () => singleton("event-cards", () => createKeptAnswers<Uint8Array<ArrayBuffer>>(CARDS_KEPT_MAX));

/**
 * The picture beside a link to an event. It is asked for without a login, so there is none of a draft. A process draws what an event says
 * once, whatever address was asked for.
 */
export async function GET(request: Request, { params }: { params: Promise<{ eventId: string }> }) {
  const id = eventIdSchema.safeParse((await params).eventId);
  if (!id.success) return new Response(null, { status: 404 });
  const ctx = createContext();
  try {
    const [event, sessions, now] = await Promise.all([
      getEvent(ctx, { eventId: id.data }),
      listEventSessions(ctx, { eventId: id.data }),
      approximateNow(ctx.db),
    ]);
    const { lines, digest } = eventCardOf(event, sessions, now.getTime());
    const isExact = new URL(request.url).searchParams.get("v") === digest;
    const headers = {
      "content-type": "image/jpeg",
      "cache-control": `public, max-age=${isExact ? "31536000, immutable" : "300"}`,
      etag: `"${digest}"`,
    };
    if (request.headers.get("if-none-match") === headers.etag)
      return new Response(null, { status: 304, headers });
    const card = await kept()(digest, async () => {
      const poster = await posterOf(event);
      return new Uint8Array(await drawCard({ title: event.title, lines, shop: "선착", poster }));
    });
    return new Response(card, { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { status, retryAfterSeconds } = error;
    return new Response(null, {
      status,
      ...(retryAfterSeconds && { headers: { "retry-after": String(retryAfterSeconds) } }),
    });
  }
}

/** The file of its poster, or the generated one where it has none or its file is gone. */
async function posterOf({ id, poster }: EventView): Promise<Uint8Array | string> {
  const ownerId = posterId.safeParse(poster?.id);
  const name = poster?.files.at(-1)?.url.split("/").at(-1);
  const file = ownerId.success && name ? await readPosterFile(ownerId.data, name) : undefined;
  return file?.bytes ?? posterSvgOf(id);
}

import type { Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { watchDoor } from "../doors/live.ts";
import { atDoor, authorize } from "../platform/operation/allow.ts";
import { AppError } from "../platform/operation/errors.ts";
import { anonymousContext, doorActorOf } from "./context.ts";
import { problemResponse } from "./problem.ts";
import { takePlace } from "./streams.ts";

/** Tabs of one device that watch its door: a browser shares none of its streams of this kind. */
const STREAMS_PER_DEVICE = 3;
/** Signs of life, so that the page notices a network that is lost. */
const PING_MS = 10_000;

/** Streams the news of a door to a device that opened its link: `news` with what changed, `ended` where its link ended. */
export function mountDoorStream(app: Hono): void {
  app.get("/api/door/watch", async (c) => {
    const anonymous = anonymousContext(c);
    try {
      const ctx = { ...anonymous, actor: await doorActorOf(c, anonymous) };
      authorize(atDoor, ctx);
      const leave = takePlace(ctx.actor.doorDeviceId, STREAMS_PER_DEVICE);
      return stream(c, (ends) => watchDoor(ctx, ends), leave);
    } catch (error) {
      return problemResponse(error, anonymous);
    }
  });
}

function stream(
  c: Context,
  watch: (ends: AbortSignal) => AsyncIterable<unknown>,
  leave: () => void,
): Response {
  return streamSSE(c, async (sse) => {
    const closing = new AbortController();
    sse.onAbort(() => closing.abort());
    const ping = setInterval(() => void sse.writeSSE({ event: "ping", data: "" }), PING_MS);
    try {
      for await (const news of watch(closing.signal))
        await sse.writeSSE({ event: "news", data: JSON.stringify(news) });
    } catch (error) {
      // Anything else is a database that is away: the page asks again.
      if (error instanceof AppError && error.status === 401)
        await sse.writeSSE({ event: "ended", data: error.reason });
    } finally {
      clearInterval(ping);
      leave();
    }
  });
}

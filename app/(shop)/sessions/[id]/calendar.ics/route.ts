import { eventSessionId } from "#server/catalog/contract.ts";
import { getEventSession } from "#server/catalog/queries.ts";
import { calendarFileOf } from "#server/platform/mail/calendar.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { AppError } from "#server/platform/operation/errors.ts";

// biome-ignore lint/style/noProcessEnv: pages do not load the server's configuration.
const shopUrl = process.env.APP_URL;

/** The calendar file of an event session, under the name that its mail has it: a calendar keeps one of the two. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const id = eventSessionId.safeParse((await params).id);
  if (!id.success) return new Response(null, { status: 404 });
  try {
    const { event, startsAt } = await getEventSession(createContext(), { eventSessionId: id.data });
    const url = new URL(`/events/${event.id}`, shopUrl ?? request.url).href;
    const file = calendarFileOf({
      ...{ uid: `${id.data}@seonchak`, title: event.title, place: event.venue, startsAt, url },
      ...(event.runningMinutes && { minutes: event.runningMinutes }),
    });
    const headers = {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${id.data}.ics"`,
      "cache-control": "no-store",
    };
    return new Response(file, { headers });
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return new Response(null, { status: 404 });
    throw error;
  }
}

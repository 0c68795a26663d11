import { connect, type Socket } from "node:net";
import { requestBytes } from "./raw-http.ts";

/** People who wait with a page open: each has a stream of the line's public figure. */
export interface Watching {
  readonly url: string;
  readonly authorizations: readonly string[];
  readonly eventSessionId: string;
}

export interface Watched {
  readonly open: number;
  /** Pieces of streams that came. */
  readonly pieces: number;
}

/** Opened together; a network of strangers does not come in one moment. */
const OPENED_AT_ONCE = 200;

const sockets: Socket[] = [];
let pieces = 0;

process.on("message", async (message: Watching | "count") => {
  if (message !== "count") await openAll(message);
  const open = sockets.filter(({ destroyed }) => !destroyed).length;
  process.send?.({ open, pieces } satisfies Watched);
});
process.on("disconnect", () => process.exit());

async function openAll({ url, authorizations, eventSessionId }: Watching): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ eventSessionId }));
  const path = `/api/trpc/queue.watch?input=${input}`;
  const port = Number(new URL(url).port);
  const open = (authorization: string) =>
    new Promise<void>((opened) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(requestBytes("GET", path, { headers: { authorization, accept: "text/event-stream" } }));
      });
      sockets.push(socket);
      socket.on("data", () => {
        pieces += 1;
        opened();
      });
      socket.on("error", () => opened());
      socket.on("close", () => opened());
    });
  for (let next = 0; next < authorizations.length; next += OPENED_AT_ONCE)
    await Promise.all(authorizations.slice(next, next + OPENED_AT_ONCE).map(open));
}

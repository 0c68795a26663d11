import { EventEmitter, on } from "node:events";
import { listen } from "#db/client.ts";
import { singleton } from "../platform/singleton.ts";

/** Postgres tells every process of each committed change over this channel. */
export const CHANNEL = "integration";

/** Deadlines pass without anybody's doing: whoever watches looks again at least this often. */
const LOOK_MS = 5000;

interface Changes {
  readonly emitter: EventEmitter<{ change: [] }>;
  readonly listening: Promise<unknown>;
}

/** One listening connection a process, for all who watch. */
const changes = (): Changes =>
  singleton("integration-changes", () => {
    const emitter = new EventEmitter<{ change: [] }>();
    emitter.setMaxListeners(0);
    const tell = () => void emitter.emit("change");
    const listening = listen(CHANNEL, tell);
    setInterval(tell, LOOK_MS).unref();
    return { emitter, listening };
  });

/**
 * Tells what `read` gives, at once and whenever it is something else, until `signal` aborts.
 * @param read - throws what the watcher is refused with
 */
export async function* watch<T>(read: () => Promise<T>, signal: AbortSignal): AsyncGenerator<T, void> {
  const { emitter, listening } = changes();
  const heard = on(emitter, "change", { signal });
  let last = "";
  try {
    await listening;
    for (;;) {
      const value = await read();
      const text = JSON.stringify(value);
      if (text !== last) yield value;
      last = text;
      await heard.next();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

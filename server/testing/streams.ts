import { until } from "./until.ts";

/** What a stream has told: its data, and the reason of the refusal that it ended with. */
export interface Listener {
  readonly data: unknown[];
  readonly status: number;
  readonly headers: Headers;
  /** The reason it ended with; undefined where the connection just closed. */
  readonly ended: Promise<string | undefined>;
  close(): void;
}

/** Opens a tRPC subscription over HTTP, as a browser does but for the credentials, which stand in a header. */
export async function listenTo(
  url: string,
  path: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<Listener> {
  const closing = new AbortController();
  const query = encodeURIComponent(JSON.stringify(input));
  const response = await fetch(`${url}/api/trpc/${path}?input=${query}`, {
    headers: { accept: "text/event-stream", ...headers },
    signal: closing.signal,
  });
  const data: unknown[] = [];
  return {
    data,
    status: response.status,
    headers: response.headers,
    ended: read(response, data).catch(() => undefined),
    close: () => closing.abort(),
  };
}

/** The same once it has told something: it is opened again, as a page does, while a busy machine cannot say who asks. */
export async function listenUntilTold(...asked: Parameters<typeof listenTo>): Promise<Listener> {
  for (;;) {
    const listener = await listenTo(...asked);
    let reason: string | undefined;
    let hasEnded = false;
    void listener.ended.then((end) => {
      [reason, hasEnded] = [end, true];
    });
    await until(() => listener.data.length > 0 || hasEnded);
    if (listener.data.length > 0) return listener;
    if (reason !== "unavailable") throw new Error(`it ended with ${reason} before it told anything`);
  }
}

async function read(response: Response, data: unknown[]): Promise<string | undefined> {
  let [text, reason] = ["", undefined as string | undefined];
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const [, name = "message"] = /^event: (.*)$/m.exec(event) ?? [];
      const [, json] = /^data: (.+)$/m.exec(event) ?? [];
      if (name === "message" && json) data.push(JSON.parse(json));
      if (name === "serialized-error" && json) reason = JSON.parse(json).data.reason;
    }
  }
  return reason;
}

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

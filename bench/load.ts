import autocannon from "autocannon";

export interface PreparedRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

export interface Load {
  readonly perSecond: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** The load of requests that are sent once. */
interface Answered extends Load {
  /** How long each answer took. */
  readonly latenciesMs: readonly number[];
}

/** Sends each request once over kept-alive connections, as fast as the answers come. */
export async function sendAll(
  url: string,
  requests: readonly PreparedRequest[],
  connections: number,
): Promise<Answered> {
  let next = 0;
  const latenciesMs: number[] = [];
  const startedAt = performance.now();
  let lastAt = startedAt;
  const run: Promise<autocannon.Result> & { on?: autocannon.Instance["on"] } = autocannon({
    url,
    connections,
    amount: requests.length,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, headers, body } = requests[next++ % requests.length] as PreparedRequest;
          return { ...request, method, path, headers, ...(body === undefined ? {} : { body }) };
        },
      },
    ],
  });
  // It notices the end only once a second, so the last answer is timed here.
  run.on?.("response", (_client, _status, _bytes, tookMs) => {
    lastAt = performance.now();
    latenciesMs.push(tookMs);
  });
  const result = await run;
  const seconds = (lastAt - startedAt) / 1000;
  return { perSecond: requests.length / seconds, statuses: statusesOf(result), latenciesMs };
}

/** Requests one address repeatedly for a while. */
export async function askFor(url: string, seconds: number, connections: number): Promise<Load> {
  const result = await autocannon({ url, duration: seconds, connections });
  return { perSecond: result.requests.average, statuses: statusesOf(result) };
}

const statusesOf = ({ statusCodeStats = {} }: autocannon.Result): Record<string, number> =>
  Object.fromEntries(Object.entries(statusCodeStats).map(([status, { count = 0 }]) => [status, count]));

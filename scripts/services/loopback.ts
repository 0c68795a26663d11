import { Agent, get } from "node:http";
import { createServer } from "node:net";

const LOOPBACK = ["localhost", "127.0.0.1", "::1"];
const ANY_ADDRESS = ["0.0.0.0", "::"];

interface Place {
  readonly PORT: number;
  /** Undefined for every address. */
  readonly HOST?: string | undefined;
}

/** Whether only this machine reaches an app that listens on this address. */
export const isLocalOnly = (host: string | undefined): boolean =>
  host !== undefined && LOOPBACK.includes(host);

/** The address at which this machine reaches the app. */
export function localAddress({ PORT, HOST }: Place): string {
  const named = HOST === undefined || ANY_ADDRESS.includes(HOST) || isLocalOnly(HOST);
  return `http://${named ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;
}

/**
 * Whether the app could listen there: the port is not taken, and permitted. For a loopback address every other one has to
 * be free as well: `localhost` is several addresses, and a browser may try another program's first.
 */
export async function isFree({ PORT, HOST }: Place): Promise<boolean> {
  try {
    const server = await listen(PORT, isLocalOnly(HOST) ? undefined : HOST);
    await new Promise((closed) => server.close(closed));
    return true;
  } catch {
    return false;
  }
}

/** A TCP port of 127.0.0.1 that nothing listens on now. Another program may still take it before the caller does. */
export async function freePort(): Promise<number> {
  const server = await listen(0, "127.0.0.1");
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}

function listen(port: number, host: string | undefined) {
  const server = createServer();
  return new Promise<typeof server>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

/** Asks with a new agent, because the default agent uses the proxy that the environment names. */
export function answersAt(url: string, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: new Agent(), signal: AbortSignal.timeout(withinMs) }, (response) => {
      response.resume();
      resolve(true);
    });
    request.once("error", () => resolve(false));
  });
}

/**
 * The environment with this machine excepted from any proxy that it names, because a proxy would look for `localhost` on
 * the proxy's machine.
 */
export function withLoopbackUnproxied(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { no_proxy, NO_PROXY } = environment;
  const listed = (no_proxy || NO_PROXY || "").split(/[\s,]+/).filter(Boolean);
  if (listed.includes("*")) return environment;
  const all = [...listed, ...LOOPBACK.filter((host) => !listed.includes(host))].join(",");
  // Some programs read one, some the other, and most the lower one first.
  return { ...environment, NO_PROXY: all, no_proxy: all };
}

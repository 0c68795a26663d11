import { Agent, get } from "node:http";
import { canListenOn } from "./ports.ts";

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
 * Whether the app could listen there. For a loopback address every other one has to be free as well: `localhost` is
 * several addresses, and a browser may try another program's first.
 */
export const isFree = ({ PORT, HOST }: Place): Promise<boolean> =>
  canListenOn(PORT, isLocalOnly(HOST) ? undefined : HOST);

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

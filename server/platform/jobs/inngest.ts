import { createHmac } from "node:crypto";
import { Inngest } from "inngest";
import { singleton } from "../concurrency/singleton.ts";
import { env } from "../config/env.ts";
import { log } from "../logging/log.ts";

/** Where the app is asked to run its functions. */
export const INNGEST_PATH = "/api/inngest";

/** The address of the configured Inngest server; undefined where the app drives its functions itself. */
export const inngestServer = (): string | undefined => env.INNGEST_DEV ?? env.INNGEST_BASE_URL;

export const isEmbedded = (): boolean => inngestServer() === undefined;

/**
 * What requests to {@link INNGEST_PATH} are signed with. The embedded job runner has its own key, derived from a secret, so
 * only its requests run functions, with or without an Inngest server.
 */
export const signingKey = (): string =>
  env.INNGEST_SIGNING_KEY ??
  `signkey-embedded-${createHmac("sha256", env.AUTH_SECRET).update("inngest").digest("hex")}`;

/** The address at which a server asks for the functions, independent of the address of its request. */
export const serveOrigin = (): string => env.INNGEST_SERVE_ORIGIN ?? env.APP_URL;

/** An event on its way; with an id it is the same event however often it is sent. */
export interface SentEvent {
  readonly id?: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where the embedded job runner of this process listens for events. */
const embedded = singleton("inngest-embedded", () => ({
  accept: undefined as ((events: readonly SentEvent[]) => Promise<string[]>) | undefined,
}));

/** Names the job runner that takes this process's events; none while it is stopped. */
export const setEventSink = (accept: typeof embedded.accept): void => {
  embedded.accept = accept;
};

/** Whether a sent event gets anywhere: not from a process that drives nothing itself and knows no server. */
export const canSendEvents = (): boolean => !isEmbedded() || embedded.accept !== undefined;

/** What the app is called at an Inngest server while nothing else is set; its events then go by their own names. */
const APP_ID = "seonchak";

/**
 * An event's name at the server. A server gives every event to every app that listens for its name, so an
 * installation with its own id also names its events by it.
 */
export const eventNameOf = (name: string): string =>
  env.INNGEST_APP_ID === APP_ID ? name : `${env.INNGEST_APP_ID}/${name}`;

/** Sends an event to the server or job runner that runs the functions. @throws Error when it is not taken */
export const sendEvent = ({ name, data, ...event }: SentEvent) =>
  inngest.send({ ...event, name: eventNameOf(name), data: { ...data } });

/** The event API of Inngest's protocol, as far as the SDK uses it. */
async function takeEvents(_url: unknown, init?: RequestInit): Promise<Response> {
  if (!embedded.accept)
    return Response.json({ error: "no job runner in this process", status: 503 }, { status: 503 });
  const ids = await embedded.accept(JSON.parse(String(init?.body)) as SentEvent[]);
  return Response.json({ ids, status: 200 });
}

function options(): ConstructorParameters<typeof Inngest>[0] {
  // Every function is one step. With checkpoints the server would be asked to keep it from inside the app.
  const common = { id: env.INNGEST_APP_ID, logger: log, checkpointing: false };
  if (isEmbedded()) {
    const own = { isDev: false, signingKey: signingKey(), eventKey: "embedded" };
    return {
      ...common,
      ...own,
      baseUrl: "http://inngest.embedded.invalid",
      fetch: takeEvents as typeof fetch,
    };
  }
  const { INNGEST_DEV, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = env;
  const baseUrl = inngestServer();
  return {
    ...common,
    // The settings are refused then, too; here it decides whether a call without a signature runs a job.
    isDev: INNGEST_DEV !== undefined && env.NODE_ENV !== "production",
    ...(baseUrl && { baseUrl }),
    ...(INNGEST_EVENT_KEY && { eventKey: INNGEST_EVENT_KEY }),
    ...(INNGEST_SIGNING_KEY && { signingKey: INNGEST_SIGNING_KEY }),
  };
}

/** The process's one client: its functions are made with it and its events sent. */
export const inngest: Inngest = singleton("inngest", () => new Inngest(options()));

import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { singleton } from "../concurrency/singleton.ts";
import type { AppError } from "../operation/errors.ts";

/** As JSON can carry it. */
export interface Named {
  /** The name of a light page, by which its scripts are known. */
  readonly name: string;
  /** What its scripts load at once. */
  readonly parts?: readonly string[];
  /** The addresses of what they fetch at once. */
  readonly fetches?: readonly string[];
}

/** What the main process is told of the page that Next renders. */
export interface Rendering {
  /** What one of its reads was refused with since Postgres or Redis was away. */
  unavailable?: AppError;
  /** Of a light page: what its scripts draw it from, which is known once the page is drawn. */
  light?: () => Named;
}

/** Once a process: the reads run in Next's bundle, and the answer is written by the main process. */
const rendering = singleton("rendering", () => new AsyncLocalStorage<Rendering>());

/** Notes a refusal for the answer of the page that is being rendered, where one is. */
export function noteRefusal(error: unknown): void {
  const page = rendering.getStore();
  if (page && isUnavailable(error)) page.unavailable = error;
}

/** Says that the page that is being rendered is a light one (docs/decisions/059-light-pages.md). */
export function noteLight(light: () => Named): void {
  const page = rendering.getStore();
  if (page) page.light = light;
}

export const renderingNow = (): Rendering | undefined => rendering.getStore();

const isUnavailable = (error: unknown): error is AppError =>
  error instanceof Error && "status" in error && error.status === 503;

type Page = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * Has a page answer 503 with Retry-After where it failed since Postgres or Redis was away. Next knows no other status than
 * 500 for a page that failed.
 */
export const answerUnavailable =
  (page: Page): Page =>
  (request, response) => {
    const here: Rendering = {};
    const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
    response.writeHead = (status: number, ...rest: unknown[]) => {
      if (status !== 500 || !here.unavailable) return writeHead(status, ...rest);
      response.setHeader("retry-after", String(here.unavailable.retryAfterSeconds ?? 1));
      return writeHead(here.unavailable.status, ...rest);
    };
    return rendering.run(here, () => page(request, response));
  };

import type { z } from "zod";
import type { Operation } from "../operation/command.ts";
import type { AppContext } from "../operation/context.ts";
import type { AppError } from "../operation/errors.ts";

/** What a special route may read of the request and set on the answer, besides its input and output. */
export interface RestExchange {
  readonly header: (name: string) => string;
  /** The body's exact bytes as text, for signatures. */
  readonly rawBody: string;
  readonly cookie: (name: string) => string | undefined;
  readonly setCookie: (cookie: CookieToSet) => void;
  /** Whether the caller's browser keeps cookies for us; a page of another origin neither sends nor is set any. */
  readonly takesCookies: boolean;
}

export interface CookieToSet {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  /** Zero removes it. */
  readonly maxAgeSeconds: number;
  /** Whether pages may read it; no secret is. */
  readonly isReadable?: boolean;
}

/** One call of the REST contract; the HTTP app serves it and the OpenAPI document describes it. */
export interface RestRoute {
  readonly method: "get" | "post" | "patch" | "delete";
  /** Below `/api`, with `:name` for path parameters. */
  readonly path: string;
  readonly operation: Operation;
  readonly status: 200 | 201 | 202 | 204;
  /** Where the status depends on the output. */
  readonly statusOf: ((output: unknown) => 200 | 201) | undefined;
  /** Where the input is more than the path's parameters with the query of a read or the body of a write. */
  readonly input: ((exchange: RestExchange, given: Record<string, unknown>) => unknown) | undefined;
  /** Where the answer is more than its body: cookies, or fields that only they carry. */
  readonly answer: ((exchange: RestExchange, output: unknown, ctx: AppContext) => unknown) | undefined;
  /** What the document says of the answer where `answer` sends less than the output. */
  readonly answerSchema: z.ZodType | undefined;
  /** What a refusal sets besides its problem: cookies that are worth nothing any more. */
  readonly refused: ((exchange: RestExchange, error: AppError) => void) | undefined;
  /** What the document says of the body where `input` reads it raw. */
  readonly body: z.ZodType | undefined;
  /** The largest body in bytes, where it may be larger than that of other calls. */
  readonly bodyBytesMax: number | undefined;
  /** `Cache-Control` of a public answer; everything else is `no-store`. */
  readonly cacheControl: string | undefined;
}

type Options<O> = {
  readonly status?: RestRoute["status"];
  readonly statusOf?: (output: O) => 200 | 201;
  readonly input?: RestRoute["input"];
  readonly answer?: (exchange: RestExchange, output: O, ctx: AppContext) => unknown;
  readonly answerSchema?: z.ZodType;
  readonly refused?: RestRoute["refused"];
  readonly body?: z.ZodType;
  readonly bodyBytesMax?: number;
  readonly cacheControl?: string;
};

const route =
  (method: RestRoute["method"], defaultStatus: RestRoute["status"]) =>
  <I extends z.ZodType, O extends z.ZodType>(
    path: string,
    operation: Operation<I, O>,
    options: Options<z.output<O>> = {},
  ): RestRoute => ({
    method,
    path,
    operation: operation as unknown as Operation,
    status: options.status ?? defaultStatus,
    statusOf: options.statusOf as RestRoute["statusOf"],
    input: options.input,
    answer: options.answer as RestRoute["answer"],
    answerSchema: options.answerSchema,
    refused: options.refused,
    body: options.body,
    bodyBytesMax: options.bodyBytesMax,
    cacheControl: options.cacheControl,
  });

/** Whether the call is a signed webhook: its signature is the proof, wherever and however it is sent. */
export const isWebhook = ({ input, body }: RestRoute): boolean => input !== undefined && body !== undefined;

export const get = route("get", 200);
export const post = route("post", 201);
export const patch = route("patch", 200);
export const del = route("delete", 204);

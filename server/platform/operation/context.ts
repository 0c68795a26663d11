import { randomUUID } from "node:crypto";
import type { SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { type Database, db } from "#db/client.ts";
import { type Logger, log } from "../logging/log.ts";
import { type RedisClient, redis } from "../redis/redis.ts";
import type { Span } from "../tracing/span.ts";
import type { Id } from "../values/ids.ts";

export const ROLES = ["USER", "SELLER", "ADMIN"] as const;
export type Role = (typeof ROLES)[number];

export type Actor =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "user";
      readonly userId: Id<"user">;
      readonly role: Role;
      readonly loginSessionId: Id<"login_session">;
      /** Set for an operator whose login session has no second factor, though one is demanded: the role is then USER. */
      readonly lacksSecondFactor?: true;
      /** When the access token that said so ends, in milliseconds of the process's clock. */
      readonly accessEndsAtMs?: number;
    }
  | {
      /** A device at the door of one event session, without an account. */
      readonly kind: "door";
      readonly doorDeviceId: Id<"door_device">;
      readonly doorLinkId: Id<"door_link">;
      readonly eventSessionId: Id<"event_session">;
    }
  | { readonly kind: "system"; readonly job: string };

export type UserActor = Extract<Actor, { kind: "user" }>;
export type DoorActor = Extract<Actor, { kind: "door" }>;
export type SystemActor = Extract<Actor, { kind: "system" }>;

/** What every command and query is given: who asks, under which trace, and the stores to work on. */
export interface AppContext<A extends Actor = Actor> {
  readonly actor: A;
  /** 32 hex digits, as in W3C trace context: one purchase is found by it in logs, audit and outbox. */
  readonly traceId: string;
  /** The caller's span, 16 hex digits, where the caller began the trace. */
  readonly parentSpanId?: string | undefined;
  /** The span of the operation, while spans are sent to a collector. */
  readonly span?: Span | undefined;
  readonly db: Database;
  readonly redis: RedisClient;
  readonly log: Logger;
  readonly idempotencyKey?: string | undefined;
  /** The client's address as the trusted proxy gives it. */
  readonly ip?: string | undefined;
  /** Where the pages are that the caller's browser shows, such as `http://127.0.0.1:3000`. */
  readonly origin?: string | undefined;
  readonly userAgent?: string | undefined;
  /** Set for a call that lasts, such as a stream, by a caller who is signed in. */
  readonly authority?: Authority | undefined;
}

/** The right of a caller to a call that lasts, such as a stream. */
export interface Authority {
  /** Aborts when the right ends; its reason is the refusal to tell. */
  readonly signal: AbortSignal;
  /** Asks now whether it still holds. Rejects with the refusal, or with `unavailable` (503) where that cannot be read. */
  confirm(): Promise<void>;
  close(): void;
}

/** Who did a thing and under which trace, where that is not who opened the transaction. */
export type Origin = Pick<AppContext, "actor" | "traceId">;

/** The trace of a purchase: the caller's own if there is one, else the trace that its earlier steps went under. */
export const purchaseTraceOf = (ctx: AppContext, earlier: string | null): string =>
  ctx.parentSpanId ? ctx.traceId : (earlier ?? ctx.traceId);

/** How a transaction ended. */
export type TransactionOutcome = "committed" | "rolled back";

/** An {@link AppContext} whose `db` is one open transaction. */
export interface Tx<A extends Actor = Actor> extends AppContext<A> {
  /**
   * Runs `work` after the commit, and never after a rollback, with the context that the transaction was opened with. The
   * caller's answer waits for it; a failure is logged.
   */
  afterCommit(work: (ctx: AppContext) => Promise<unknown>): void;
  /** As `afterCommit`, but runs after a rollback too. */
  afterEnd(work: (outcome: TransactionOutcome) => Promise<unknown>): void;
  /** Rows that the transaction inserts right before its commit. */
  readonly deferredInserts: DeferredInserts;
}

/** Rows by table, in the order they were given, and what to do where a row exists already. */
export type DeferredInserts = Map<
  PgTable,
  { rows: Record<string, unknown>[]; readonly onConflict: SQL | undefined }
>;

/** From a UUID, since Node makes those from a store of random bytes and `randomBytes` asks the system every time. */
export const newTraceId = (): string => randomUUID().replaceAll("-", "");

/** The context of a request; by default its actor is anonymous and its stores are those of this process. */
export const createContext = (given: Partial<AppContext> = {}): AppContext => ({
  actor: { kind: "anonymous" },
  traceId: newTraceId(),
  db,
  redis,
  log,
  ...given,
});

/** The context of a job, named in history and audit. */
export const systemContext = (job: string, given: Partial<AppContext> = {}): AppContext =>
  createContext({ ...given, actor: { kind: "system", job } });

/** The actor's id as history and audit keep it. */
export const actorId = (actor: Actor): string | null => {
  if (actor.kind === "user") return actor.userId;
  if (actor.kind === "door") return actor.doorDeviceId;
  return actor.kind === "system" ? actor.job : null;
};

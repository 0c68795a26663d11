import { and, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { stateHistory } from "#db/schema/platform.ts";
import { counter } from "../metrics/registry.ts";
import { type Actor, type AppContext, actorId, type Origin, type Tx } from "../operation/context.ts";
import { platformErrors } from "../operation/errors.ts";
import type { AnyMachine, StateOf } from "./machine.ts";
import { inList } from "./rows.ts";
import { insertAtCommit } from "./transaction.ts";

type StatefulTable = PgTable & { id: PgColumn; state: PgColumn };

interface MoveOptions<T extends PgTable> {
  readonly reason?: string;
  readonly metadata?: Record<string, unknown>;
  /** Other columns that change with the state. */
  readonly set?: { readonly [C in keyof T["$inferInsert"]]?: T["$inferInsert"][C] | SQL };
  /** The actor of the transition if it is not the caller: `{ kind: "system" }` expires holds. */
  readonly as?: Actor;
  /** The caller for whom each row moves, if one transaction serves several callers. */
  readonly by?: (id: string) => Origin | undefined;
}

/** A row to move. */
export interface Step<Id extends string = string> {
  readonly id: Id;
  /** The caller for whom it moves. The default is the transaction's caller. */
  readonly by?: Origin | undefined;
}

/**
 * Binds a table to its machine. This is the only way to change its `state`. The statement that moves a row
 * checks its current state under a lock, so only one of two concurrent moves succeeds. Each move writes one history row in the same transaction.
 */
export function transitionOn<T extends StatefulTable, M extends AnyMachine>(table: T, machine: M) {
  type State = StateOf<M>;
  type Row = T["$inferSelect"];
  /** A row after the move, with the state before it. */
  type Moved = Row & { readonly id: string; readonly fromState: State };

  /** Moves every row that matches `where` and whose state allows `to`. @returns the moved rows */
  async function all(
    tx: Tx,
    where: SQL | undefined,
    to: State,
    options: MoveOptions<T> = {},
  ): Promise<Moved[]> {
    const before = tx.db.$with("before").as(
      tx.db
        .select({ id: table.id, state: table.state })
        .from(table as PgTable)
        .where(and(inArray(table.state, machine.sources(to)), where))
        // `RETURNING old.state` would give the state of the snapshot, which a transition that came first has replaced.
        .for("no key update"),
    );
    const moved = await tx.db
      .with(before)
      .update(table as PgTable)
      .set({ ...options.set, state: to })
      .from(before)
      .where(eq(table.id, before.id))
      .returning({ ...getTableColumns(table), fromState: before.state });
    const rows = moved as Moved[];
    writeHistory(
      tx,
      rows.map((row) => {
        const by = options.by?.(row.id);
        const from = { as: by?.actor, traceId: by?.traceId, ...options };
        return { ...from, entity: machine.name, entityId: row.id, from: row.fromState, to };
      }),
    );
    return rows;
  }

  /**
   * Moves one row. A row that already has the state is returned unchanged.
   * @throws `illegal_transition` (409) with from and to; `not_found` if there is no such row
   */
  async function one(tx: Tx, id: string, to: State, options: MoveOptions<T> = {}): Promise<Moved> {
    const [moved] = await all(tx, eq(table.id, id), to, options);
    if (moved) return moved;
    const [row] = await tx.db
      .select()
      .from(table as PgTable)
      .where(eq(table.id, id));
    const current = row as (Row & { state: State }) | undefined;
    if (!current) throw platformErrors.not_found({ what: machine.name });
    if (current.state !== to)
      throw platformErrors.illegal_transition({ machine: machine.name, from: current.state, to });
    return { ...current, id, fromState: to };
  }

  /** Moves several rows in one statement, each as {@link one} does. */
  async function many(
    tx: Tx,
    steps: readonly Step[],
    to: State,
    options: MoveOptions<T> = {},
  ): Promise<Moved[]> {
    if (steps.length === 0) return [];
    const byId = new Map(steps.map(({ id, by }) => [id, by]));
    const wanted = [...byId.keys()];
    const moved = await all(tx, inList(table.id, wanted), to, { ...options, by: (id) => byId.get(id) });
    if (moved.length === wanted.length) return moved;
    const done = new Set(moved.map((row) => row.id));
    const others = wanted.filter((id) => !done.has(id));
    return [...moved, ...(await Promise.all(others.map((id) => one(tx, id, to, options))))];
  }

  return { all, one, many };
}

/** Every transition of an entity, the oldest first. */
export async function historyOf<M extends AnyMachine>(ctx: AppContext, machine: M, id: string) {
  const { fromState, toState, actorKind, reason, at, entity, entityId, seq } = stateHistory;
  return ctx.db
    .select({
      from: sql<StateOf<M> | null>`${fromState}`,
      to: sql<StateOf<M>>`${toState}`,
      ...{ by: actorKind, reason, at },
    })
    .from(stateHistory)
    .where(and(eq(entity, machine.name), eq(entityId, id)))
    .orderBy(seq);
}

interface HistoryEntry {
  readonly entity: string;
  readonly entityId: string;
  /** Null for the creation of the entity. */
  readonly from: string | null;
  readonly to: string;
  readonly reason?: string;
  readonly metadata?: Record<string, unknown>;
  readonly as?: Actor | undefined;
  readonly traceId?: string | undefined;
}

const transitions = counter({
  name: "state_transitions_total",
  help: "Transitions of every machine that this process committed; from is empty where the entity is new.",
  labelNames: ["machine", "from", "to"],
});

/** Writes a history row for each entry. The actor is the transaction's unless the entry names another. */
export function writeHistory(tx: Tx, entries: readonly HistoryEntry[]): void {
  insertAtCommit(
    tx,
    stateHistory,
    entries.map(({ as: actor = tx.actor, ...entry }) => ({
      entity: entry.entity,
      entityId: entry.entityId,
      fromState: entry.from,
      toState: entry.to,
      actorKind: actor.kind,
      actorId: actorId(actor),
      reason: entry.reason ?? null,
      metadata: entry.metadata ?? null,
      traceId: entry.traceId ?? tx.traceId,
    })),
  );
  tx.afterCommit(async () => {
    for (const { entity: machine, from, to } of entries) transitions.inc({ machine, from: from ?? "", to });
  });
}

import postgres from "postgres";
import { endsConnection } from "#server/platform/database/connection-loss.ts";

/** Connections per process: enough to keep one machine's Postgres busy, few enough for several processes. */
const POOL_SIZE = 20;

/**
 * How many statements a process prepares. Every text that the code writes fits many times over; what is past the
 * limit, because its text depends on its values, is planned at each use and fills no server's memory.
 */
const PREPARED_MAX = 500;

const RECONNECT_SECONDS_MAX = 1;

/**
 * A statement, or a transaction's silence, of this many milliseconds is the database's to end: the row that a stuck
 * process keeps locked is the one that a whole sale waits for.
 */
const STUCK_MS = 8000;

/** A transaction's hold on its connection. */
interface Tie {
  /** The connection is gone, or no longer this transaction's. */
  cut: boolean;
}

/** The parts of a pool and of a transaction that drizzle runs statements by. */
type Statements = Pick<postgres.TransactionSql, "unsafe">;

/**
 * Opens a pool of connections that differs from postgres.js's own in three ways: statements are prepared, once per
 * connection and text; a transaction whose connection was cut sends nothing more, where postgres.js would go on with
 * whatever connection took that one's place, outside any transaction; and a result has exactly the rows that Postgres
 * counted (docs/decisions/015-connections-and-statements.md).
 */
export function openPool(url: string): postgres.Sql {
  const pool = postgres(url, {
    max: POOL_SIZE,
    connect_timeout: 5,
    // Its own grows to 20 seconds, for which a database that came back would stand idle.
    backoff: (failures) => Math.min(0.05 * 2 ** failures, RECONNECT_SECONDS_MAX),
    connection: { statement_timeout: STUCK_MS, idle_in_transaction_session_timeout: STUCK_MS },
    fetch_types: false,
    onnotice: () => {},
  });
  const begin = pool.begin.bind(pool) as (
    work: (sql: postgres.TransactionSql) => unknown,
  ) => Promise<unknown>;
  prepareStatements(pool);
  countRows(pool);
  return Object.assign(pool, {
    async begin(work: (sql: postgres.TransactionSql) => Promise<unknown>) {
      const tie: Tie = { cut: false };
      try {
        return await begin((sql) => unlessCut(tie, work(guard(sql, tie))));
      } finally {
        tie.cut = true;
      }
    },
  });
}

const prepared = new Set<string>();

function prepareStatements(sql: Statements): void {
  const { unsafe } = sql;
  sql.unsafe = (text, parameters, options) => {
    const prepare = prepared.has(text) || prepared.size < PREPARED_MAX;
    if (prepare) prepared.add(text);
    return unsafe(text, parameters, { ...options, prepare });
  };
}

/** What postgres.js calls when a statement's result is complete; its types do not show it. */
interface Resolvable {
  resolve(result: postgres.RowList<unknown[]>): void;
}

/**
 * postgres.js 3.4.9 keeps the row number of a statement that failed in the middle of its rows, as a timed-out SELECT
 * does, and numbers the rows of the connection's next statement from there: its result would begin with that many
 * holes. Postgres says with each result how many rows it has; what comes before them is cut off. The transactions that
 * postgres.js opens need no such care: their ROLLBACK returns no rows and resets the number.
 */
function countRows(sql: Statements): void {
  const { unsafe } = sql;
  sql.unsafe = (text, parameters, options) => {
    const query = unsafe(text, parameters, options);
    const pending = query as unknown as Resolvable;
    const { resolve } = pending;
    pending.resolve = (result) => {
      if (result.count !== null && result.length > result.count)
        result.splice(0, result.length - result.count);
      resolve(result);
    };
    return query as never;
  };
}

function guard(sql: postgres.TransactionSql, tie: Tie): postgres.TransactionSql {
  prepareStatements(sql);
  const { unsafe } = sql;
  sql.unsafe = (text, parameters, options) => {
    if (tie.cut) throw new ConnectionCut();
    const query = unsafe(text, parameters, options);
    query.catch((error: unknown) => {
      if (endsConnection(error)) tie.cut = true;
    });
    return query as never;
  };
  return Object.assign(sql, {
    savepoint(): never {
      throw new Error("A failure undoes its whole transaction: savepoints are not used.");
    },
  });
}

/**
 * Settles as `work` does, and never if the connection was cut by then: what postgres.js sends next, COMMIT or
 * ROLLBACK, would end a stranger's transaction. Whoever began the transaction is told by the pool.
 */
const unlessCut = (tie: Tie, work: Promise<unknown>): Promise<unknown> =>
  new Promise((resolve, reject) => {
    work.then(
      (value) => tie.cut || resolve(value),
      (error) => tie.cut || reject(error),
    );
  });

class ConnectionCut extends Error {
  readonly code = "CONNECTION_CLOSED";
  constructor() {
    super("The transaction's connection was cut.");
  }
}

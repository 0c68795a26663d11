/**
 * The app's own limit for a Postgres that stops answering and does not close its connections: a process that hangs, a machine
 * that is cut off. Postgres's limits cannot end a statement there, and postgres.js waits for ever.
 */
import { connect, type Socket } from "node:net";

/** Milliseconds. Postgres ends every statement before this time (db/limits.ts). */
const SILENT_MS = 10_000;
const LOOK_MS = 1000;

/** What a pool's connections are opened with; postgres.js has read it from the address. */
interface Place {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | false;
}

/** A statement as postgres.js keeps it; its types do not show these parts. */
interface Statement {
  /** Null until it is sent. */
  readonly state: unknown;
  cancelled: unknown;
  /** `onexecute` is what the BEGIN of a transaction has: it takes the connection for the transaction. */
  readonly options: { onexecute?: (connection: { terminate(): void }) => unknown };
  cancel(): void;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface Line {
  bytesRead: number;
  heardAt: number;
}

/** Follows the statements and the connections of one pool. */
export interface SilenceWatch {
  /** Opens a connection for postgres.js. */
  readonly socket: (place: Place) => Socket;
  /** Has the statement end when its time is over, also while it waits for a connection. */
  follow(statement: unknown): void;
  /** The same for an answer that no statement of ours waits for. @returns what says that it came */
  awaitAnswer(): () => void;
  stop(): void;
}

class Silence extends Error {
  readonly code = "CONNECTION_SILENT";
}

/** @param silentMs - how long an answer may take */
export function watchSilence(silentMs: number = SILENT_MS): SilenceWatch {
  const lines = new Map<Socket, Line>();
  const awaited = new Map<Pick<Statement, "state">, number>();
  const lookMs = Math.min(LOOK_MS, silentMs / 4);
  let lookedAt = performance.now();
  const look = () => {
    const now = performance.now();
    const isLate = now - lookedAt > 2 * lookMs;
    lookedAt = now;
    for (const [socket, line] of lines) listenTo(socket, line, lines, now);
    // This process was busy or stopped, and may not have read the answers yet.
    if (isLate) return;
    const overdue = [...awaited].flatMap(([one, since]) => (now - since > silentMs ? [one] : []));
    // postgres.js does not tell which connection a statement has. An idle one is cut too, and opened when it is needed.
    if (overdue.some(({ state }) => state !== null)) cut(lines, now - silentMs);
    for (const one of overdue) if (one.state === null) giveUp(one as Statement);
  };
  const timer = setInterval(look, lookMs).unref();

  return {
    socket: opener(lines),
    follow(query) {
      const statement = query as Statement;
      awaited.set(statement, performance.now());
      for (const end of ["resolve", "reject"] as const) {
        const original = statement[end];
        statement[end] = (outcome) => {
          awaited.delete(statement);
          original(outcome);
        };
      }
    },
    awaitAnswer() {
      const answer = { state: "sent" };
      awaited.set(answer, performance.now());
      return () => void awaited.delete(answer);
    },
    stop: () => clearInterval(timer),
  };
}

/** Opens the connections of a pool, one host after the other where the address names several. */
function opener(lines: Map<Socket, Line>): SilenceWatch["socket"] {
  let opened = 0;
  return ({ host, port, path }) => {
    const turn = opened++ % port.length;
    const name = host[turn] ?? "localhost";
    const socket = path ? connect(path) : connect(port[turn] ?? 5432, name);
    failOnce(socket);
    lines.set(socket, { bytesRead: 0, heardAt: performance.now() });
    // postgres.js compares the certificate with it.
    return Object.assign(socket, { host: name });
  };
}

/**
 * Tells an error not before the end of the connection. postgres.js would send a statement that comes between them on the
 * lost connection, and take the greeting of the next one for its answer: a BEGIN would seem to have been done.
 */
function failOnce(socket: Socket): void {
  const emit = socket.emit.bind(socket) as (event: string, ...told: unknown[]) => boolean;
  let failure: unknown;
  socket.emit = (event: string, ...told: unknown[]) => {
    if (event === "error") {
      failure = told[0];
      return true;
    }
    if (event === "close" && failure !== undefined) emit("error", failure);
    return emit(event, ...told);
  };
}

function listenTo(socket: Socket, line: Line, lines: Map<Socket, Line>, now: number): void {
  // No listener tells of the end: postgres.js removes those of a socket that it wraps in TLS.
  if (socket.destroyed) lines.delete(socket);
  if (socket.bytesRead === line.bytesRead) return;
  line.bytesRead = socket.bytesRead;
  line.heardAt = now;
}

function cut(lines: Map<Socket, Line>, heardBefore: number): void {
  for (const [socket, { heardAt }] of lines) {
    if (heardAt > heardBefore) continue;
    socket.destroy(new Silence("Postgres did not answer in time."));
  }
}

/**
 * Ends a statement that was not sent yet. A connection may be opened for it just now: that one does what it was opened for,
 * since postgres.js would never use it again, but begins no transaction that has no caller.
 */
function giveUp(statement: Statement): void {
  statement.cancel();
  statement.cancelled = null;
  if (statement.options.onexecute) statement.options.onexecute = (connection) => connection.terminate();
}

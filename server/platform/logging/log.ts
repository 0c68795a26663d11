import pino from "pino";
import { singleton } from "../concurrency/singleton.ts";
import { env } from "../config/env.ts";
import { describeError } from "./failure.ts";

/** Never in a log line, however deep. */
const SECRET_FIELDS = [
  "password",
  "token",
  "queueToken",
  "accessToken",
  "refreshToken",
  "code",
  "authorization",
  "cookie",
];

export type Logger = pino.Logger;

/** Milliseconds between two writes of the buffered lines, so that a reader can follow the log as it happens. */
const FLUSH_MILLISECONDS = 1000;

/** The process's log: one JSON object a line on standard output. */
export const log: Logger = singleton("log", () =>
  pino(
    {
      base: { pid: process.pid },
      level: env.NODE_ENV === "test" ? "warn" : "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError, error: describeError },
      // Under its own name for it pino would also take the error's text as the line's, a failed query's parameters with it.
      errorKey: "error",
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: "[redacted]" },
    },
    // A synchronous write per line would cost more than the request it describes. At exit pino writes the rest.
    pino.destination({ sync: false, minLength: 4096, periodicFlush: FLUSH_MILLISECONDS }),
  ),
);

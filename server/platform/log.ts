import pino from "pino";
import { env } from "./env.ts";
import { singleton } from "./singleton.ts";

/** Never in a log line, however deep (SPEC 9). */
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

/** What an error says of itself. A failed query's own text carries its parameters, so its cause speaks for it. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = "query" in error && error.cause instanceof Error ? error.cause : error;
  return { name, message, stack: stack?.split("\n").slice(1, 8) };
}

/** The process's log: one JSON object a line on standard output. */
export const log: Logger = singleton("log", () =>
  pino(
    {
      base: { pid: process.pid },
      level: env.NODE_ENV === "test" ? "warn" : "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: "[redacted]" },
    },
    // A synchronous write per line would cost more than the request it describes.
    pino.destination({ sync: false, minLength: 4096 }),
  ),
);

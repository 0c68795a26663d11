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

/** The process's log: one JSON object a line on standard output. */
export const log: Logger = singleton("log", () =>
  pino(
    {
      base: { pid: process.pid },
      level: env.NODE_ENV === "test" ? "warn" : "info",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: "[redacted]" },
    },
    // A synchronous write per line would cost more than the request it describes.
    pino.destination({ sync: false, minLength: 4096 }),
  ),
);

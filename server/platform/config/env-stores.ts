import { variable } from "#server/platform/config/env-declaration.ts";
import { redisUrls, urlWith, wholeNumber } from "#server/platform/config/env-schemas.ts";

/** Where what the product keeps is kept, and how many connections lead there. */
export const stores = {
  DATABASE_URL: variable({
    schema: urlWith("postgres:", "postgresql:"),
    expects: "postgres://user:password@host:port/database",
    unset: "an embedded PostgreSQL under `DATA_DIR`, on a free port",
    secret: true,
  }),
  MIGRATION_DATABASE_URL: variable({
    schema: urlWith("postgres:", "postgresql:").optional(),
    expects: "the address of the same database for the role that owns its tables, read by the start alone",
    unset: "`DATABASE_URL`: its role owns the tables, and could rewrite the audit log; the start says so",
    secret: true,
  }),
  DATABASE_DIRECT_URL: variable({
    schema: urlWith("postgres:", "postgresql:").optional(),
    expects: "the address of the same database for the same role, past a pooler that shares connections",
    unset: "`DATABASE_URL`; required where that leads through a pooler in transaction mode",
    secret: true,
  }),
  DATABASE_POOL_SIZE: variable({
    schema: wholeNumber(2, 1000).default(20),
    expects: "a whole number from 2 to 1000",
    unset: "20: so many connections at most has each app process, and one more to be told of changes",
  }),
  DATABASE_IDLE_SECONDS: variable({
    schema: wholeNumber(1, 86_400).default(300),
    expects: "a whole number from 1 to 86400",
    unset: "300: a connection that was not used for so long is closed",
  }),
  REDIS_URL: variable({
    schema: redisUrls,
    expects: "redis://host:port, a node of a Redis Cluster, or several nodes of one with commas between",
    unset:
      "a `redis-server` (or `valkey-server`) under `DATA_DIR`, on a free port; required with `DATABASE_URL`",
    missing: "A Redis that each machine starts for itself would be another queue, and other logins, on each.",
    secret: true,
  }),
};

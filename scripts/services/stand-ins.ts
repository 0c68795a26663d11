import { randomBytes } from "node:crypto";
import { generatedSecrets } from "#server/platform/config/env-variables.ts";

/**
 * Settings for a process that loads every module of the server, which read their settings, and calls none of them:
 * what is not known at that time, such as the address of a database that is not up yet, is made up.
 */
export const STAND_INS = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
  REDIS_URL: "redis://127.0.0.1:1",
  ...Object.fromEntries(generatedSecrets.map((name) => [name, randomBytes(32).toString("hex")])),
};

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { generatedSecrets } from "#server/platform/config/env-variables.ts";
import { StartFailure } from "./failure.ts";

export type Secrets = Record<(typeof generatedSecrets)[number], string>;

const SecretsFile = z.record(z.string(), z.string());

const PRICE =
  "With new ones, sold tickets are refused at the door, marketplace accounts have to be connected again, and everyone is logged out.";

/**
 * The secrets of this data directory, which the first start makes and only their owner can read. Call it before the
 * database is made: the presence of a database tells that this is not the first start.
 * @throws StartFailure when the file is damaged, or gone while the database is there
 */
export function loadOrMakeSecrets(directory: string): Secrets {
  const path = join(directory, "secrets.json");
  const known = existsSync(path) ? readSecrets(path) : {};
  if (!existsSync(path) && existsSync(join(directory, "postgres", "data")))
    throw new StartFailure(
      `${path} is gone, while the database that was used with its secrets is there. Restore it. ${PRICE} To have new ones all the same, write {} into it.`,
    );
  const missing = generatedSecrets.filter((name) => !known[name]);
  const secrets = { ...known } as Secrets;
  for (const name of missing) secrets[name] = randomBytes(32).toString("base64url");
  if (missing.length > 0) {
    writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return secrets;
}

function readSecrets(path: string): Partial<Secrets> {
  try {
    return SecretsFile.parse(JSON.parse(readFileSync(path, "utf8"))) as Partial<Secrets>;
  } catch {
    throw new StartFailure(
      `${path} is damaged. Restore it. ${PRICE} To have new ones all the same, write {} into it.`,
    );
  }
}

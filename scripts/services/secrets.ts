import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatedSecrets } from "#server/platform/env-variables.ts";
import { StartFailure } from "./failure.ts";

export type Secrets = Record<(typeof generatedSecrets)[number], string>;

/**
 * The secrets of this data directory: made at the first start, the same ever after, readable by their owner alone.
 * @throws StartFailure when the file is damaged: making new ones would log everybody out and void every ticket.
 */
export function loadOrMakeSecrets(directory: string): Secrets {
  const path = join(directory, "secrets.json");
  const known = existsSync(path) ? readSecrets(path) : {};
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
    return JSON.parse(readFileSync(path, "utf8")) as Partial<Secrets>;
  } catch {
    throw new StartFailure(`${path} is damaged. Restore it, or remove it to make new secrets.`);
  }
}

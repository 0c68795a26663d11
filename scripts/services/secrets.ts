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

/** What stays lost with each secret that something kept depends on; a new one of the others only has to be handed on. */
const LOST_WITH: Partial<Record<keyof Secrets, string>> = {
  TICKET_SIGNING_KEY: "With a new one, every door calls sold tickets forged.",
  AUTH_SECRET: "With a new one, marketplace accounts have to be connected again, and everyone is logged out.",
};

/**
 * The secrets of this data directory, which the first start makes and only their owner can read. Call it before the
 * database is made: the presence of a database tells that this is not the first start.
 * @param environment - the settings that were given; the file is not missed for a secret that they have
 * @param say - is told of each secret that was made although the database was used before
 * @throws StartFailure when the file is damaged; and when it, or a secret that what is kept depends on, is gone while
 * the database is there
 */
export function loadOrMakeSecrets(
  directory: string,
  environment: NodeJS.ProcessEnv,
  say: (text: string) => void,
): Secrets {
  const path = join(directory, "secrets.json");
  const known = existsSync(path) ? readSecrets(path) : {};
  const isUsed = existsSync(join(directory, "postgres", "data"));
  if (!existsSync(path) && isUsed)
    throw new StartFailure(
      `${path} is gone, while the database that was used with its secrets is there. Restore it. ${PRICE} To have new ones all the same, write {} into it.`,
    );
  const missing = generatedSecrets.filter((name) => !known[name]);
  // An empty file is an operator's order for new ones.
  if (isUsed && missing.length < generatedSecrets.length)
    for (const name of missing) if (!environment[name]) admitLoss(path, known, name, say);
  const secrets = { ...known } as Secrets;
  for (const name of missing) secrets[name] = randomBytes(32).toString("base64url");
  if (missing.length > 0) {
    writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return secrets;
}

/** Says that a used file lacks a secret, or refuses to make a new one. One that is there and empty was emptied by hand. */
function admitLoss(
  path: string,
  known: Partial<Secrets>,
  name: keyof Secrets,
  say: (text: string) => void,
): void {
  const price = LOST_WITH[name];
  if (price !== undefined && known[name] === undefined)
    throw new StartFailure(
      `${path} has lost ${name}, while the database that was used with it is there. Restore it. ${price} To have a new one all the same, write "${name}": "" into the file.`,
    );
  say(
    `${path} had no ${name}, so a new one was made. ${price ?? "A party that was given the former one needs this one."}`,
  );
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

import { setTimeout as sleep } from "node:timers/promises";
import { withOne } from "#db/connection.ts";
import { missingLimits } from "#db/limits.ts";
import { type DatabaseUrls, prepareDatabase } from "./database-roles.ts";
import { StartFailure } from "./failure.ts";
import { keepsStatements, requireHearing, sharesConnections } from "./pooler.ts";
import { acceptsQueries } from "./postgres.ts";
import type { Progress } from "./progress.ts";

const WAIT_SECONDS = 60;

/** The addresses that a start was given for one database. */
export interface GivenUrls {
  readonly DATABASE_URL: string;
  readonly DATABASE_DIRECT_URL?: string | undefined;
  readonly MIGRATION_DATABASE_URL?: string | undefined;
}

/** Which of the addresses each part uses: migrations need a connection of their own, and so does hearing of changes. */
export function urlsOf(given: GivenUrls): DatabaseUrls {
  const direct = given.DATABASE_DIRECT_URL ?? given.DATABASE_URL;
  return { app: direct, owner: given.MIGRATION_DATABASE_URL ?? direct };
}

/**
 * Waits for the database, migrates it, and finds out what stands between it and the app.
 * @returns the address for the app's statements
 * @throws StartFailure where it cannot be reached or used like that, with what to set
 */
export async function prepareGivenDatabase(
  given: GivenUrls,
  progress: Progress,
  signal: AbortSignal,
): Promise<string> {
  const { MIGRATION_DATABASE_URL: ofOwner, DATABASE_DIRECT_URL: direct, DATABASE_URL: url } = given;
  const ownersName = ofOwner ? "MIGRATION_DATABASE_URL" : direct ? "DATABASE_DIRECT_URL" : "DATABASE_URL";
  const urls = urlsOf(given);
  await untilReachable(ownersName, urls.owner, progress, signal);
  await requireOwnConnections(ownersName, urls.owner);
  await prepareDatabase(urls, progress, signal);
  if (ofOwner) await untilReachable("DATABASE_URL", url, progress, signal);
  if (direct) {
    if (ofOwner) await requireOwnConnections("DATABASE_DIRECT_URL", direct);
    await requireHearing(url, direct);
  } else if (ofOwner) await requireOwnConnections("DATABASE_URL", url);
  await sayMissingLimits(url, progress);
  if (!(await sharesConnections(url)) || (await keepsStatements(url))) return url;
  progress.step("The pooler of DATABASE_URL keeps no prepared statements: each is planned when it is used");
  const unprepared = new URL(url);
  unprepared.searchParams.set("prepare", "false");
  return unprepared.href;
}

/** @throws StartFailure where a pooler gives the connections of this setting's address to others */
export async function requireOwnConnections(name: string, url: string): Promise<void> {
  if (!(await sharesConnections(url))) return;
  throw new StartFailure(
    `${name} leads through a pooler that shares connections between transactions: migrations need a connection of their own, and so does hearing of changes. ` +
      (name === "DATABASE_URL"
        ? "Set DATABASE_DIRECT_URL to the address of the database itself, with the same role."
        : "Set it to the address of the database itself."),
  );
}

/** Connections that a pooler opened before the limits were set go on without them. */
async function sayMissingLimits(url: string, progress: Progress): Promise<void> {
  const missing = await withOne(url, missingLimits);
  if (missing.length === 0) return;
  progress.fail(
    `\nWARNING: Postgres does not end what is stuck on a connection of DATABASE_URL (${missing.join(", ")}).\n` +
      "Have the pooler open its connections again, as RECONNECT on PgBouncer's console does, or look for a setting of its own.\n",
  );
}

async function untilReachable(
  name: string,
  url: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + WAIT_SECONDS * 1000;
  for (let tries = 0; !(await acceptsQueries(url)); tries++) {
    signal.throwIfAborted();
    if (tries === 0) progress.step(`Waiting for the database of ${name}`);
    if (performance.now() > deadline) {
      throw new StartFailure(`The database of ${name} does not answer (${WAIT_SECONDS} seconds).`);
    }
    await sleep(500, undefined, { signal });
  }
}

import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { transmissionCircuits } from "#db/schema/transmissions.ts";
import { inSeconds } from "../platform/database/clock.ts";
import { neverAhead } from "../platform/database/clock-steps.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { DestinationName } from "./contract.ts";
import { PROBE_SECONDS } from "./policy.ts";

neverAhead(transmissionCircuits.probeAt, PROBE_SECONDS);

/** Whether the destination is paused. */
export const isPaused = (destination: DestinationName) =>
  sql`exists (select from transmission_circuits where destination = ${destination} and state <> 'CLOSED')`;

/** How often in a row the destination failed. */
export const failuresOf = (destination: DestinationName) =>
  sql`coalesce((select failures from transmission_circuits where destination = ${destination}), 0)`;

export async function findCircuit(ctx: AppContext, destination: DestinationName) {
  const [row] = await ctx.db
    .select()
    .from(transmissionCircuits)
    .where(eq(transmissionCircuits.destination, destination));
  return row;
}

/** Counts failures in a row of a destination that is open to traffic. @returns how many there are now */
export async function countFailures(tx: Tx, destination: DestinationName, failures: number): Promise<number> {
  const [row] = await tx.db
    .insert(transmissionCircuits)
    .values({ destination, failures })
    .onConflictDoUpdate({
      target: transmissionCircuits.destination,
      set: { failures: sql`${transmissionCircuits.failures} + ${failures}` },
    })
    .returning();
  return row?.failures ?? failures;
}

/** Closes the destination's circuit. @returns whether it was open */
export async function closeCircuit(tx: Tx, destination: DestinationName): Promise<boolean> {
  const before = lockedCircuit(
    tx,
    destination,
    sql`(${transmissionCircuits.failures} > 0 or ${transmissionCircuits.state} <> 'CLOSED')`,
  );
  const [row] = await tx.db
    .with(before)
    .update(transmissionCircuits)
    .set({ state: "CLOSED", failures: 0, probeAt: null, reason: null, changedAt: sql`app_now()` })
    .from(before)
    .where(eq(transmissionCircuits.destination, before.destination))
    .returning({ before: before.state });
  return row !== undefined && row.before !== "CLOSED";
}

/** Opens it, until a probe that may go out in {@link PROBE_SECONDS}. @returns whether it was closed */
export async function openCircuit(tx: Tx, destination: DestinationName, reason: string): Promise<boolean> {
  const before = lockedCircuit(tx, destination);
  const [row] = await tx.db
    .with(before)
    .update(transmissionCircuits)
    .set({ state: "OPEN", reason, probeAt: inSeconds(PROBE_SECONDS), changedAt: sql`app_now()` })
    .from(before)
    .where(eq(transmissionCircuits.destination, before.destination))
    .returning({ before: before.state });
  return row?.before === "CLOSED";
}

/** The circuit as it is once no one else changes it. */
const lockedCircuit = (tx: Tx, destination: DestinationName, condition?: SQL) =>
  tx.db.$with("before").as(
    tx.db
      .select({ destination: transmissionCircuits.destination, state: transmissionCircuits.state })
      .from(transmissionCircuits)
      .where(and(eq(transmissionCircuits.destination, destination), condition))
      .for("no key update"),
  );

/** @returns whether the caller may send a probe now; if it dies, another may in {@link PROBE_SECONDS} */
export async function takeProbe(tx: Tx, destination: DestinationName): Promise<boolean> {
  const rows = await tx.db
    .update(transmissionCircuits)
    .set({ state: "HALF_OPEN", probeAt: inSeconds(PROBE_SECONDS) })
    .where(
      and(
        eq(transmissionCircuits.destination, destination),
        inArray(transmissionCircuits.state, ["OPEN", "HALF_OPEN"]),
        sql`${transmissionCircuits.probeAt} <= app_now()`,
      ),
    )
    .returning({ destination: transmissionCircuits.destination });
  return rows.length > 0;
}

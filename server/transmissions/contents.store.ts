import { and, eq, inArray, sql } from "drizzle-orm";
import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import { transmissionAttempts, transmissions } from "#db/schema/transmissions.ts";
import { inList } from "../platform/database/rows.ts";
import { transitionOn } from "../platform/database/transition.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { TransmissionId } from "./contract.ts";
import { transmissionMachine } from "./machine.ts";

const ERASED_MAX = 1000;

/** Erases the oldest contents that are due. @returns how many */
export async function eraseOldestSent(ctx: AppContext): Promise<number> {
  const rows = await ctx.db.execute(sql`
    with old as (
      select id from transmissions
      where sent_at < app_now() - make_interval(days => ${RETENTION_DAYS.transmissionContents}) and payload <> ''
      order by sent_at limit ${ERASED_MAX} for update skip locked),
    answers as (
      update transmission_attempts set response = null, error = null
      where transmission_id in (select id from old) returning 1)
    update transmissions set payload = '' where id in (select id from old) returning id`);
  return rows.length;
}

const move = transitionOn(transmissions, transmissionMachine);

/** The mails to these people, and the notifications to their browsers. */
const mailsTo = (readers: readonly string[]) =>
  and(inArray(transmissions.destination, ["email", "push"]), inList(transmissions.aggregateId, readers));

/**
 * Closes the mails and notifications to these readers that were not sent. They pass every state on the way, since the machine has no shorter
 * one. A worker that is sending one has lost its claim, and writes nothing of it.
 */
export async function closeMailsTo(tx: Tx, readers: readonly string[]): Promise<void> {
  const reason = "person_erased";
  await move.all(tx, and(mailsTo(readers), eq(transmissions.state, "PENDING")), "FAILED", { reason });
  await move.all(tx, and(mailsTo(readers), eq(transmissions.state, "FAILED")), "DEAD", { reason });
  const set = { note: reason, claims: sql`${transmissions.claims} + 1`, claimed: false };
  await move.all(tx, mailsTo(readers), "RESOLVED", { reason, set });
}

/** Erases what these readers were written and what servers answered. @returns how many mails had contents */
export async function eraseMailsTo(tx: Tx, readers: readonly string[]): Promise<number> {
  const { id, payload } = transmissions;
  const erased = await tx.db
    .update(transmissions)
    .set({ payload: "", lastError: null })
    .where(and(mailsTo(readers), sql`${payload} <> ''`))
    .returning({ id });
  await tx.db
    .update(transmissionAttempts)
    .set({ response: null, error: null })
    .where(
      inList(
        transmissionAttempts.transmissionId,
        erased.map((mail): TransmissionId => mail.id),
      ),
    );
  return erased.length;
}

import type postgres from "postgres";

/** As many connections as an app process's pool has. */
export const POOL = 20;

/** One hold in one transaction: the rows that the product writes, without its checks. @returns the hold's id */
export async function holdPlainly(
  sql: postgres.Sql,
  eventSessionId: string,
  { userId, seatId }: { readonly userId: string; readonly seatId: string | undefined },
): Promise<string> {
  const holdId = `hold_${crypto.randomUUID()}`;
  await sql.begin(async (tx) => {
    await tx`update stock set remaining = remaining - 1, version = version + 1
             where event_session_id = ${eventSessionId} and remaining >= 1`;
    await tx`insert into holds (id, user_id, event_session_id, quantity, expires_at, seat_ids)
             values (${holdId}, ${userId}, ${eventSessionId}, 1, now() + interval '2 minutes',
                     ${seatId === undefined ? null : [seatId]})`;
    if (seatId !== undefined) {
      await tx`update seats set state = 'reserved', hold_id = ${holdId}, version = version + 1
               where id = ${seatId} and state = 'available'`;
      await tx`insert into state_history (entity, entity_id, from_state, to_state, actor_kind, actor_id, trace_id)
               values ('bench', ${seatId}, 'available', 'reserved', 'user', ${userId}, '')`;
    }
    await tx`insert into state_history (entity, entity_id, to_state, actor_kind, actor_id, trace_id)
             values ('bench', ${holdId}, 'ACTIVE', 'user', ${userId}, '')`;
    await tx`insert into audit_log (actor_kind, actor_id, action, target, outcome, trace_id)
             values ('user', ${userId}, 'bench', ${holdId}, 'ok', '')`;
    await tx`insert into idempotency_keys (scope, key, fingerprint, outcome, body)
             values (${`${userId}:bench`}, ${holdId}, '', 'ok', '{}')`;
  });
  return holdId;
}

/** Takes the rows of plain holds away: they belong to no sale, and would break the equations that are checked at the end. */
export const cleanPlainRows = (sql: postgres.Sql, eventSessionId: string) =>
  sql.begin(async (tx) => {
    // The history is append-only by a trigger, which the owner of the table may switch off.
    await tx`set local session_replication_role = replica`;
    await tx`delete from state_history where entity = 'bench'`;
    await tx`delete from holds where event_session_id = ${eventSessionId}`;
    await tx`delete from hold_counts where event_session_id = ${eventSessionId}`;
    await tx`update stock set remaining = total where event_session_id = ${eventSessionId}`;
    await tx`update seats set state = 'available', hold_id = null where event_session_id = ${eventSessionId}`;
  });

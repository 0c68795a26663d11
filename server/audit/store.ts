import { desc, sql } from "drizzle-orm";
import { auditSeals } from "#db/schema/audit.ts";
import { content, digest, hashAfter } from "#db/seals.ts";
import { onlyRow } from "../platform/database/rows.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { Seal } from "./contract.ts";
import { ROWS_PER_SEAL_MAX } from "./policy.ts";

/**
 * Makes the next seal, of the rows behind the last one. Of two who make the same one, one is.
 * @param until - the number up to which the log is complete
 * @returns undefined where there is nothing to seal
 */
export async function insertSeal(ctx: AppContext, until: number): Promise<Seal | undefined> {
  const [row] = await ctx.db.execute<SealRow>(sql`
    insert into audit_seals (number, last_seq, seqs, digests, at, hash)
    select number, last_seq, seqs, digests, at, ${hashAfter(sql`previous`)}
    from (
      select coalesce(newest.number, 0) + 1 as number, coalesce(newest.hash, '') as previous, app_now()::timestamptz(3) as at,
             (array_agg(row.seq order by row.seq desc))[1] as last_seq,
             array_agg(row.seq order by row.seq) as seqs, array_agg(row.digest order by row.seq) as digests
      from (values (1)) one
      left join (select number, last_seq, hash from audit_seals order by number desc limit 1) newest on true
      cross join lateral (
        select seq, ${digest} as digest from audit_log
        where seq > coalesce(newest.last_seq, 0) and seq <= ${until}
        order by seq limit ${ROWS_PER_SEAL_MAX}) row
      group by newest.number, newest.hash) made, ${content}
    on conflict do nothing
    returning number, last_seq, hash, at`);
  return row && sealOf(row);
}

interface SealRow extends Record<string, unknown> {
  readonly number: string;
  readonly last_seq: string;
  readonly hash: string;
  readonly at: string;
}
const sealOf = ({ number, last_seq, hash, at }: SealRow): Seal => ({
  number: Number(number),
  lastSeq: Number(last_seq),
  hash,
  at: new Date(at),
});

/** The newest seal. */
export async function findHead(ctx: AppContext): Promise<Seal | undefined> {
  const { number, lastSeq, hash, at } = auditSeals;
  const [row] = await ctx.db
    .select({ number, lastSeq, hash, at })
    .from(auditSeals)
    .orderBy(desc(auditSeals.number))
    .limit(1);
  return row;
}

/** The number of the last seal of the next `count` behind `after`; undefined where there is none. */
export async function findUpTo(ctx: AppContext, after: number, count: number): Promise<number | undefined> {
  const { last } = onlyRow(
    await ctx.db.execute<{ last: string | null }>(sql`
      select max(number) as last from (
        select number from audit_seals where number > ${after} order by number limit ${count}) next`),
  );
  return last === null ? undefined : Number(last);
}

/** Seconds since the oldest row that no seal closes was written; 0 where all are closed. */
export async function unsealedSeconds(ctx: AppContext): Promise<number> {
  const { seconds } = onlyRow(
    await ctx.db.execute<{ seconds: number }>(sql`
      select coalesce(extract(epoch from app_now() - (
        select at from audit_log
        where seq > coalesce((select last_seq from audit_seals order by number desc limit 1), 0)
        order by seq limit 1)), 0)::float as seconds`),
  );
  return seconds;
}

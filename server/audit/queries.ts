import { type SQL, sql } from "drizzle-orm";
import { onlyRow } from "../platform/database/rows.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { CheckedSeals, CheckSeals, type Fault } from "./contract.ts";
import { FAULTS_NAMED_MAX, SEALS_PER_CHECK } from "./policy.ts";
import { content, digest, findHead, findUpTo, hashAfter } from "./store.ts";

export const checkSeals = defineQuery({
  id: "audit.check-seals",
  summary: "Whether the next sealed rows of the audit log, and their seals, are as they were sealed.",
  allow: role("ADMIN"),
  input: CheckSeals,
  output: CheckedSeals,
  async run(ctx, { after }) {
    const [head, upTo] = await Promise.all([findHead(ctx), findUpTo(ctx, after, SEALS_PER_CHECK)]);
    if (!head || upTo === undefined)
      return { seals: 0, rows: 0, broken: 0, faults: [], next: null, head: head ?? null };
    const range = [sql`${after}::bigint`, sql`${upTo}::bigint`] as const;
    const [seals, rows] = await Promise.all([
      checkSealed(ctx, sealChain(...range), FAULTS_NAMED_MAX),
      checkSealed(ctx, sealedRows(...range), FAULTS_NAMED_MAX),
    ]);
    return {
      seals: seals.checked,
      rows: rows.checked,
      broken: seals.broken + rows.broken,
      faults: [...seals.faults, ...rows.faults].slice(0, FAULTS_NAMED_MAX),
      next: upTo < head.number ? upTo : null,
      head,
    };
  },
});

/**
 * Every row that seals close or that stands among those, by its number: whether it is as it was sealed, and what is wrong
 * where it is not. A query as the equations of the audit are.
 * @param after - the number of the seal after which it looks, and `upTo` the last one; all of them by default
 */
export const sealedRows = (after = sql`0`, upTo = sql`(select max(number) from audit_seals)`): SQL => sql`
  select seq as number, seq || case when found.seq is null then ' removed' when kept.seq is null then ' added' else ' changed' end as id,
         case when found.seq is null then 'removed' when kept.seq is null then 'added' else 'changed' end as kind,
         kept.digest is not distinct from found.digest as holds
  from (
    select sealed.seq, sealed.digest from audit_seals, unnest(seqs, digests) sealed(seq, digest)
    where number > ${after} and number <= ${upTo}) kept
  full join (
    select seq, ${digest} as digest from audit_log
    where seq > coalesce((select max(last_seq) from audit_seals where number <= ${after}), 0)
      and seq <= (select max(last_seq) from audit_seals where number <= ${upTo})) found using (seq)`;

/** Every seal: whether it is the next after the one before it, and its hash is that of what it says. */
export const sealChain = (after = sql`0`, upTo = sql`(select max(number) from audit_seals)`): SQL => sql`
  select number, number::text as id, 'seal' as kind, holds
  from (
    select number,
           number = coalesce(lag(number) over byNumber, 0) + 1
           and seqs[1] > coalesce(lag(last_seq) over byNumber, 0) and last_seq = seqs[cardinality(seqs)]
           and hash = ${hashAfter(sql`coalesce(lag(hash) over byNumber, '')`)} as holds
    from audit_seals, ${content}
    where number >= ${after} and number <= ${upTo}
    window byNumber as (order by number)) chain
  where number > ${after}`;

interface Checked {
  readonly checked: number;
  readonly broken: number;
  readonly faults: Fault[];
}

/** Counts what a query such as {@link sealedRows} looks at, and names the first faults. */
async function checkSealed(ctx: AppContext, looked: SQL, namedMax: number): Promise<Checked> {
  const row = onlyRow(
    await ctx.db.execute<{ checked: string; broken: string; faults: Checked["faults"] | null }>(sql`
      select count(*) as checked, count(*) filter (where holds is not true) as broken,
             to_json((array_agg(json_build_object('kind', kind, 'number', number) order by number)
               filter (where holds is not true))[:${namedMax}::int]) as faults
      from (${looked}) looked`),
  );
  return { checked: Number(row.checked), broken: Number(row.broken), faults: row.faults ?? [] };
}

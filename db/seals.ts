import { type SQL, sql } from "drizzle-orm";

// How the seals of the audit log are made and checked. It stands here because the app seals, and the read side checks.

/**
 * The SHA-256 of a row of the audit log. The text of a jsonb array does not depend on settings of the server or the
 * connection, and the time is in milliseconds since 1970, as the column keeps it.
 */
export const digest = sql`sha256(convert_to(jsonb_build_array(
  seq, actor_kind, actor_id, action, target, outcome, meta, trace_id, (extract(epoch from at) * 1000)::bigint)::text, 'UTF8'))`;

/** What a seal's rows come to, as bytes: each row's number and its digest. */
export const content = sql`lateral (
  select string_agg(int8send(seq) || digest, ''::bytea order by place) as bytes
  from unnest(seqs, digests) with ordinality sealed(seq, digest, place)) content`;

/** The hash of a seal in hex, made of its columns, its content and the hash before it, which is empty for the first one. */
export const hashAfter = (previous: SQL) => sql`encode(sha256(
  decode(${previous}, 'hex') || int8send(number) || int8send((extract(epoch from at) * 1000)::bigint) || content.bytes), 'hex')`;

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

import { type SQL, sql } from "drizzle-orm";
import { sealChain, sealedRows } from "#db/seals.ts";
import { onlyRow } from "../platform/database/rows.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { CheckedSeals, CheckSeals, type Fault } from "./contract.ts";
import { FAULTS_NAMED_MAX, SEALS_PER_CHECK } from "./policy.ts";
import { findHead, findUpTo } from "./store.ts";

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

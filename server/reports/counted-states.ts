import { type SQL, sql } from "drizzle-orm";
import { allCountedStates } from "#db/state-counts.ts";
import { machines } from "../machines.ts";

/** The machines whose every state the history tells, and the states in which things are born without a step. */
const counted = machines.filter(({ table }) => table && table !== "seats");
const bornWithoutStep = ["transmission PENDING", "person ACTIVE"];

/** The states that are counted by the history, as `order pending`; names of ours, written out in the statement. */
const keys = counted
  .flatMap(({ machine }) => machine.states.map((state) => `${machine.name} ${state}`))
  .filter((key) => !bornWithoutStep.includes(key));
const isCounted = sql`machine || ' ' || state = any(${sql.raw(`array[${keys.map((key) => `'${key}'`).join(", ")}]`)})`;

const found = sql.join(
  counted.map(
    ({ machine, table }) => sql`
      select ${sql.raw(`'${machine.name}'`)} as machine, state::text as state, count(*) as count
      from ${sql.identifier(table as string)} group by state`,
  ),
  sql` union all `,
);

/** Every state that is counted: whether as many are in it as the counts say. An equation of the audit. */
export const countedAsFound: SQL = sql`
  select machine || ' ' || state as id, coalesce(kept.count, 0) = coalesce(found.count, 0) as holds
  from (select * from (${allCountedStates}) each where ${isCounted}) kept
  full join (select * from (${found}) each where ${isCounted}) found using (machine, state)`;

import { type SQL, sql } from "drizzle-orm";

// How things in each state are counted. It stands here because a job counts, and the read side and `npm run audit` read.

/** Steps of the history that one transaction counts at most, and that a reader counts beyond the mark. */
export const STEPS_PER_COUNT = 500_000;

/** What steps of the history change in the counts: each adds one to the state that it leads to, and takes one from the other. */
export const changesOf = (steps: SQL): SQL => sql`
  select entity as machine, state, sum(change)::bigint as count
  from (select * from state_history where ${steps}) step,
       lateral (values (to_state, 1), (from_state, -1)) change(state, change)
  where state is not null
  group by entity, state`;

/** The step up to which the counts are kept. */
const mark = sql`coalesce((select seq from state_count_marks), 0)`;

const countedWith = (since: SQL): SQL => sql`
  select machine, state, sum(count)::bigint as count
  from (select machine, state, count from state_counts union all ${changesOf(since)}) counted
  group by machine, state`;

/**
 * How many things of each machine are in each state: what is kept, and the steps since. A transmission and a person are
 * born without a step, so that of those in their first state it tells only who left it and came back.
 */
export const countedStates: SQL = countedWith(
  sql`seq > ${mark} and seq <= ${mark} + ${sql.raw(String(STEPS_PER_COUNT))}`,
);

/** The same with every step since, however many, for those who may take their time. */
export const allCountedStates: SQL = countedWith(sql`seq > ${mark}`);

/** Whether there are more steps since than one reading counts. */
export const countIsBehind: SQL = sql`
  select coalesce((select max(seq) from state_history), 0) > ${mark} + ${sql.raw(String(STEPS_PER_COUNT))} as behind`;

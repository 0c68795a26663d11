import { eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { countedStates, countIsBehind } from "#db/state-counts.ts";
import { loginSessionMachine, personMachine } from "../auth/machine.ts";
import { machines } from "../machines.ts";
import { createSharedRead } from "../platform/concurrency/shared-read.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import type { AnyMachine } from "../platform/database/machine.ts";
import { onlyRow } from "../platform/database/rows.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { createContext } from "../platform/operation/context.ts";
import { instantOut, NoInput } from "../platform/values/text.ts";
import { inventoryMachine } from "../seats/machine.ts";
import { transmissionMachine } from "../transmissions/machine.ts";

/** One read serves everyone who looks within this time. */
const SHARED_MS = 2000;
/** People are counted one by one, which takes longer the more they are. */
const PEOPLE_SHARED_MS = 60_000;

const CountedMachine = z.object({
  machine: z.string(),
  states: z.array(
    z.object({
      state: z.string(),
      /** Of inventory, tickets; else things. Null where they are not counted: login sessions are in Redis. */
      count: z.int().nullable(),
      /** The one that was made first, of a state that things leave again; null where there is none, or it is not known. */
      oldest: z.object({ id: z.string(), at: instantOut }).nullable(),
    }),
  ),
});
type Counted = z.input<typeof CountedMachine>;

const StatesReport = z.object({
  /** Whether the counts of a long time without jobs are still being caught up, so that they are too low or too high. */
  behind: z.boolean(),
  machines: z.array(CountedMachine),
});

export const countStates = defineQuery({
  id: "reports.count-states",
  summary: "How many things are in each state of their machine, and the oldest of each.",
  allow: role("ADMIN"),
  input: NoInput,
  output: StatesReport,
  run: () => reads.run("all", () => readStates(createContext().db)),
});

const reads = singleton("state-counts", () =>
  createSharedRead<"all", z.input<typeof StatesReport>>(SHARED_MS),
);

/** Reads the counts of one moment, and the oldest. */
export async function readStates(db: Database): Promise<z.input<typeof StatesReport>> {
  const [counts, { behind }, oldest] = await Promise.all([
    readCounts(db),
    db.execute<{ behind: boolean }>(countIsBehind).then(onlyRow),
    readOldest(db),
  ]);
  return { behind, machines: machines.map(({ machine }) => viewOf(machine, counts, oldest)) };
}

type Keyed<T> = ReadonlyMap<string, T>;
const keyOf = (machine: string, state: string) => `${machine} ${state}`;

function viewOf(
  machine: AnyMachine,
  counts: Keyed<number>,
  oldest: Keyed<{ id: string; at: Date }>,
): Counted {
  return {
    machine: machine.name,
    states: machine.states.map((state) => ({
      state,
      count: machine.name === loginSessionMachine.name ? null : (counts.get(keyOf(machine.name, state)) ?? 0),
      oldest: oldest.get(keyOf(machine.name, state)) ?? null,
    })),
  };
}

/** Those that the history does not tell: things that are born without a step, and counted stock, whose steps are of many. */
const uncounted: SQL = sql`
  select ${transmissionMachine.name} as machine, 'PENDING' as state, count(*) as count
  from transmissions where state = 'PENDING'
  union all select ${inventoryMachine.name}, 'available', coalesce(sum(remaining), 0) from stock
  union all select ${inventoryMachine.name}, 'reserved', coalesce(sum(held + paying), 0) from hold_counts
  union all select ${inventoryMachine.name}, 'sold', coalesce(sum(sold), 0) from hold_counts`;

/** The names of those, as {@link keyOf} has them; what the history tells of them is left out. */
const UNCOUNTED = [
  keyOf(transmissionMachine.name, "PENDING"),
  keyOf(personMachine.name, "ACTIVE"),
  ...inventoryMachine.states.map((state) => keyOf(inventoryMachine.name, state)),
];

async function readCounts(db: Database): Promise<Keyed<number>> {
  const rows = await db.execute<{ machine: string; state: string; count: string }>(sql`
    select machine, state, count from (${countedStates}) counted
    where machine || ' ' || state not in (${sql.join(
      UNCOUNTED.map((key) => sql`${key}`),
      sql`, `,
    )})
    union all select machine, state, count from (${uncounted}) uncounted`);
  const people = await peopleReads.run("all", () => db.$count(users, eq(users.state, personMachine.initial)));
  return new Map([
    ...rows.map(({ machine, state, count }) => [keyOf(machine, state), Number(count)] as const),
    [keyOf(personMachine.name, personMachine.initial), people],
  ]);
}

const peopleReads = singleton("people-count", () => createSharedRead<"all", number>(PEOPLE_SHARED_MS));

/** The table and the column of each machine whose oldest are told, which an index has behind the state. */
const AGES = {
  order: { table: "orders", at: "created_at" },
  payment: { table: "payments", at: "created_at" },
  refund: { table: "refunds", at: "updated_at" },
  hold: { table: "holds", at: "created_at" },
  integrationSession: { table: "integration_sessions", at: "created_at" },
  person: { table: "users", at: "created_at" },
} as const;

/** One look-up in an index for each state that things leave again. */
async function readOldest(db: Database): Promise<Keyed<{ id: string; at: Date }>> {
  const looks = Object.entries(AGES).flatMap(([name, { table, at }]) => {
    const machine = machines.find((each) => each.machine.name === name)?.machine;
    const passing = machine?.states.filter((state) => machine.edges.some(([from]) => from === state)) ?? [];
    const moment = sql.identifier(at);
    return passing.map(
      (state) => sql`(
        select ${name}::text as machine, ${state}::text as state, id, ${moment} as at from ${sql.identifier(table)}
        where state = ${state} order by ${moment}, id limit 1)`,
    );
  });
  const ofTransmissions = ["PENDING", "FAILED", "DEAD"].map(
    (state) => sql`(
      select ${transmissionMachine.name}::text, ${state}::text, oldest.id, oldest.created_at
      from unnest(enum_range(null::transmission_destination)) place, lateral (
        select id, seq, created_at from transmissions
        where state = ${state} and destination = place order by seq limit 1) oldest
      order by oldest.seq limit 1)`,
  );
  const rows = await db.execute<{ machine: string; state: string; id: string; at: string }>(
    sql.join([...looks, ...ofTransmissions], sql` union all `),
  );
  return new Map(rows.map(({ machine, state, id, at }) => [keyOf(machine, state), { id, at: new Date(at) }]));
}

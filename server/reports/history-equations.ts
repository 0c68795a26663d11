import { type SQL, sql } from "drizzle-orm";
import { machines } from "../machines.ts";
import type { AnyMachine } from "../platform/database/machine.ts";
import { inventoryMachine } from "../seats/machine.ts";
import { transmissionMachine } from "../transmissions/machine.ts";

/** All but the state in which nearly every transmission is. */
const unsentStates = transmissionMachine.states.filter((state) => state !== "SENT");

/** Names of ours, written out in a statement: Postgres then knows how many they are, and looks them up by hash. */
export const textsOf = (texts: readonly string[]) =>
  sql.raw(`array[${texts.map((text) => `'${text}'`).join(", ")}]`);

/**
 * Whether a kind of step goes along an edge of its machine, or is a birth in its first state. The one step against a
 * machine is that of migration 0011, which completed payments again that were called refunded before their money had
 * gone back: that kind is right where none of another cause is among its steps.
 */
const isLegal = sql`entity || ' ' || coalesce(from_state, '') || ' ' || to_state = any(${textsOf(
  machines.flatMap(({ machine }) => [
    `${machine.name}  ${machine.initial}`,
    ...machine.edges.map(([from, to]) => `${machine.name} ${from} ${to}`),
  ]),
)}) or entity = 'payment' and from_state = 'refunded' and to_state = 'completed' and other_cause_id is null`;

type MachineName = (typeof machines)[number]["machine"]["name"];

/** Where the first step begins: in nothing, and where a birth is no row of the history, as of a seat, in the first state. */
const birthOf = ({ name, initial }: AnyMachine): string =>
  ["transmission", "person", inventoryMachine.name].includes(name) ? initial : "";

/** For each entity that made these steps the states that they began in and those that they ended in, in their order. */
const pathsOf = (steps: SQL) => sql`
  select entity_id as id, string_agg(coalesce(from_state, ''), ' ' order by seq) as begun,
         string_agg(to_state, ' ' order by seq) as ended
  from ${steps} group by entity_id`;

const stepsOf = (machine: AnyMachine) => sql.raw(`state_history where entity = '${machine.name}'`);

/**
 * Whether the birth and then the states that the steps of each row ended in are the states that they began in and then
 * the row's own. The index that `historyOf` uses has the steps in this order already.
 */
const chained = (machine: AnyMachine, rows: SQL, steps: SQL) => sql`
  select id, concat_ws(' ', ${sql.raw(`'${birthOf(machine)}'`)}, ended) = concat_ws(' ', begun, state) as holds
  from (${rows}) each full join (${pathsOf(steps)}) path using (id)`;

/** The same of what has no table: its last state is not known. */
const chainedWithoutTable = (machine: AnyMachine) => sql`
  select id, starts_with(${sql.raw(`'${birthOf(machine)}'`)} || ' ' || ended, begun || ' ') as holds
  from (${pathsOf(stepsOf(machine))}) path`;

/** All machines but counted stock, whose steps move many units, and transmissions, which mostly make a single step. */
type ChainedName = Exclude<MachineName, "inventory" | "transmission">;
type ChainName =
  `history of each ${ChainedName}: a step begins where the one before it ended, and the last tells the state`;

const chains = Object.fromEntries(
  machines
    .filter(({ machine: { name } }) => name !== "inventory" && name !== "transmission")
    .map(({ machine, table }): [ChainName, SQL] => [
      `history of each ${machine.name as ChainedName}: a step begins where the one before it ended, and the last tells the state`,
      table
        ? chained(machine, sql`select id, state from ${sql.identifier(table)}`, stepsOf(machine))
        : chainedWithoutTable(machine),
    ]),
) as Record<ChainName, SQL>;

/** What must hold between the history and the things whose steps it has (`equations.ts`). */
export const historyEquations = {
  "history: each kind of step is one of its machine": sql`
    select entity || ' ' || coalesce(other_cause_id, id) as id, ${isLegal} as holds
    from (
      select entity, from_state, to_state, any_value(entity_id) as id,
             any_value(entity_id) filter (
               where reason is distinct from 'refund_not_done' or actor_kind <> 'system') as other_cause_id
      from state_history group by entity, from_state, to_state) step`,
  ...chains,
  "history of each seat: a step begins where the one before it ended, and the last tells the state": chained(
    inventoryMachine,
    sql`select id, state from seats`,
    sql.raw(`state_history where entity = '${inventoryMachine.name}' and starts_with(entity_id, 'seat_')`),
  ),
  "history of each transmission that is not sent, or was not at the first try: so it is with its steps": sql`
    with troubled as materialized (
      select entity_id as id from state_history where entity = 'transmission' and to_state <> 'SENT'
      union select id from transmissions where state = any(${textsOf(unsentStates)}::transmission_state[]))
    ${chained(
      transmissionMachine,
      sql`select id, state from transmissions join troubled using (id)`,
      sql`state_history join troubled on id = entity_id where entity = 'transmission'`,
    )}`,
};

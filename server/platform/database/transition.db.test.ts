import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { personMachine } from "../../auth/machine.ts";
import { given } from "../../testing/given.ts";
import { isSomeoneWaiting } from "../../testing/locks.ts";
import { until } from "../../testing/until.ts";
import { systemContext, type Tx } from "../operation/context.ts";
import { inTransaction } from "./transaction.ts";
import { transitionOn } from "./transition.ts";

const persons = transitionOn(users, personMachine);
const within = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(systemContext("test"), work);

it("tells the state that was replaced, where another transition came before while it waited", async () => {
  const { userId } = await given.person();
  const erased = await within(async (tx) => {
    await persons.one(tx, userId, "SUSPENDED");
    const waiting = within((later) => persons.one(later, userId, "ERASED"));
    await until(isSomeoneWaiting);
    return { waiting };
  });
  expect((await erased.waiting).fromState).toBe("SUSPENDED");
  const history = await db
    .select({ from: stateHistory.fromState, to: stateHistory.toState })
    .from(stateHistory)
    .where(and(eq(stateHistory.entity, personMachine.name), eq(stateHistory.entityId, userId)))
    .orderBy(stateHistory.seq);
  expect(history).toEqual([
    { from: "ACTIVE", to: "SUSPENDED" },
    { from: "SUSPENDED", to: "ERASED" },
  ]);
});

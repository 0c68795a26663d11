import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { and, count, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { notifications } from "#db/schema/notifications.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { updateEventSession } from "../catalog/commands/update-event-session.ts";
import { systemContext } from "../platform/operation/context.ts";
import { given } from "../testing/given.ts";
import { insertManyOrders } from "../testing/many-orders.ts";
import { ownerDb } from "../testing/owner.ts";
import { patient } from "../testing/patience.ts";
import { until } from "../testing/until.ts";
import { sendNotifications } from "./commands/send-notifications.ts";
import { SendNotifications } from "./contract.ts";

const TELLER = fileURLToPath(new URL("../testing/teller.ts", import.meta.url));
const DAY_MS = 86_400_000;

it("tells everyone of a moved start once, though its process is killed in the middle and it is told again", {
  timeout: patient(60_000),
}, async () => {
  await insertManyOrders(ownerDb, 2400);
  const [session] = await db.execute<{ id: `event_session_${string}`; starts_at: string }>(
    sql`select id, starts_at from event_sessions order by id limit 1`,
  );
  if (!session) throw new Error("there is no event session");
  const startsAt = new Date(Date.parse(session.starts_at) + DAY_MS).toISOString();
  await updateEventSession((await given.person("ADMIN")).ctx(), { id: session.id, startsAt });
  const [written] = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, session.id), eq(transmissions.type, "event-sessions.updated")));
  if (!written) throw new Error("no one is told");
  const { id: eventId, type: name, payload } = written;
  const told = { eventId, event: { name, data: JSON.parse(payload) } };
  await killInTheMiddle(JSON.stringify(told));
  expect(await toldOnce()).toEqual({ notified: 0, people: 0, mails: 0 });
  const [holders] = await db.execute<{ n: number }>(sql`
    select count(distinct user_id)::int as n from orders
    where event_session_id = ${session.id} and state = 'confirmed'`);
  const people = holders?.n ?? 0;
  expect(people).toBeGreaterThan(400);
  const tell = () => sendNotifications(systemContext("test"), SendNotifications.parse(told));
  const sent = await Promise.all([tell(), tell()]);
  expect([...sent, await tell()].map((answer) => answer.sent).sort()).toEqual([0, 0, people]);
  expect(await toldOnce()).toEqual({ notified: people, people, mails: people });
});

const toldOnce = async () => {
  const [row] = await db
    .select({ notified: count(), people: sql<number>`count(distinct ${notifications.userId})::int` })
    .from(notifications)
    .where(eq(notifications.kind, "event.moved"));
  const mails = await db.$count(
    transmissions,
    and(eq(transmissions.destination, "email"), sql`payload like '%일시가 바뀌었어요%'`),
  );
  return { ...row, mails };
};

/** Tells in a process of its own, which is killed when it has written notifications and waits for the mailboxes. */
async function killInTheMiddle(told: string): Promise<void> {
  await db.transaction(async (tx) => {
    // Until the process has started, which on a busy machine takes longer than the app lets a transaction wait.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    await tx.execute(sql`lock table mail_budgets in exclusive mode`);
    const child = fork(TELLER, [told], { execArgv: [] });
    const exited = once(child, "exit");
    try {
      await until(async () => {
        const [waiting] = await db.execute<{ n: number }>(
          sql`select count(*)::int as n from pg_locks where relation = 'mail_budgets'::regclass and not granted`,
        );
        return (waiting?.n ?? 0) > 0;
      });
    } finally {
      child.kill("SIGKILL");
    }
    expect((await exited)[1]).toBe("SIGKILL");
  });
}

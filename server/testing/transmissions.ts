import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { transmissionAttempts, transmissions } from "#db/schema/transmissions.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { systemContext } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import type { DestinationName, TransmissionId } from "../transmissions/contract.ts";
import type { Delivered, Destination, Outgoing } from "../transmissions/gateway.ts";
import { deliverDue } from "../transmissions/jobs/deliver-due.ts";
import { writeTransmissions } from "../transmissions/steps/write-transmissions.ts";

const ctx = systemContext("test");

/** Writes messages to the outbox, `count` an aggregate, each aggregate in a transaction of its own. */
export async function givenMessages(
  aggregates: number,
  count = 1,
  destination: DestinationName = "data-platform",
): Promise<string[]> {
  const ids = Array.from({ length: aggregates }, () => newId("order"));
  for (const aggregateId of ids)
    await inTransaction(ctx, async (tx) =>
      writeTransmissions(
        tx,
        Array.from({ length: count }, (_, number) => ({
          ...{ destination, aggregateId, type: "OrderCompleted", payload: { orderId: aggregateId, number } },
        })),
      ),
    );
  return ids;
}

/** A receiver of the test's own, which answers as it is told and remembers what came. */
export function receiver(answer: (message: Outgoing) => Delivered | Promise<Delivered> = () => SENT) {
  const got: Outgoing[] = [];
  let current = answer;
  const gateway: Destination = {
    async deliver(message) {
      got.push(message);
      return current(message);
    },
  };
  const answers = (next: typeof answer) => {
    current = next;
  };
  return { gateway, got, answers };
}

export const SENT: Delivered = { outcome: "sent", status: 200 };
export const DOWN: Delivered = { outcome: "status", status: 503 };

/** One worker's round. */
export const deliver = (gateway: Destination, name: DestinationName = "data-platform") =>
  deliverDue(ctx, { name, gateway }, { workers: 1, secondsMax: 60, signal: new AbortController().signal });

export const transmissionsOf = (aggregateId: string) =>
  db
    .select()
    .from(transmissions)
    .where(eq(transmissions.aggregateId, aggregateId))
    .orderBy(asc(transmissions.seq));

export const attemptsOf = (id: TransmissionId) =>
  db
    .select()
    .from(transmissionAttempts)
    .where(eq(transmissionAttempts.transmissionId, id))
    .orderBy(asc(transmissionAttempts.claim));

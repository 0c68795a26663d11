import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { myNotifications } from "../notifications/queries.ts";
import type { Person } from "./given.ts";

/** The kinds of what a person was told in the app, the newest first. */
export const toldTo = async (person: Person): Promise<string[]> =>
  (await myNotifications(person.ctx(), {})).items.map(({ kind }) => kind);

/** What is on its way to a mailbox, by its person, or to a browser, by its subscription. */
export const sentTo = async (aggregateId: string, destination: "email" | "push") =>
  (
    await db
      .select({ payload: transmissions.payload })
      .from(transmissions)
      .where(and(eq(transmissions.aggregateId, aggregateId), eq(transmissions.destination, destination)))
  ).map(({ payload }) => JSON.parse(payload));

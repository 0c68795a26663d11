import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import type { Told } from "../contract.ts";
import { notificationFor } from "../policy.ts";
import { offerPushOf } from "../push.policy.ts";
import { findWaitingPerson, insertNotifications } from "../store.ts";
import { waitlistMailOf } from "../waitlist.mail.ts";
import { reachPeople } from "./reach-people.ts";

type WaitlistUpdate = Extract<Told, { name: "waitlist.updated" }>;

/**
 * Tells a person of their place on a waiting list, in the caller's transaction. An offer that is over by now is
 * neither mailed nor pushed, and an event that comes again tells no one again.
 * @returns how many were told
 */
export async function tellWaiting(tx: Tx, eventId: string, event: WaitlistUpdate): Promise<number> {
  const { kind, recipients } = notificationFor(event);
  const { userId, newStatus } = event.data;
  const person = recipients.length > 0 ? await findWaitingPerson(tx, event.data.entryId) : undefined;
  if (!person) return 0;
  const row = { id: newId("notification"), eventId, recipient: "customer", userId, kind, params: event.data };
  const written = await insertNotifications(tx, [row]);
  const isStale = newStatus === "OFFERED" && person.state !== newStatus;
  if (written.length === 0 || isStale) return written.length;
  const mail = waitlistMailOf(event.data, person);
  await reachPeople(tx, {
    ...{ notice: "waitlist", kind, userIds: [userId] },
    mails: mail ? [{ userId, to: person.email, ...mail }] : [],
    push: offerPushOf(event.data, person.title),
  });
  return written.length;
}

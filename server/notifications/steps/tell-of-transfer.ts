import { inMailboxOrder, mailPeople } from "../../mail/steps/mail-people.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import type { Told } from "../contract.ts";
import { findPeople, insertNotifications } from "../store.ts";
import { transferMailOf } from "../transfers.mail.ts";

type Transferred = Extract<Told, { name: "tickets.transferred" }>["data"];

/**
 * Tells who gave a ticket away and who has it now, in the app and by e-mail, in the caller's transaction.
 * @returns how many were told, none twice of one event
 */
export async function tellOfTransfer(tx: Tx, eventId: string, data: Transferred): Promise<number> {
  const { fromId, toId, eventId: about, title, startsAt } = data;
  // Who the other one is stays with the two of them.
  const params = { eventId: about, title, startsAt, isTicket: true };
  const kindOf = new Map([
    [fromId, "ticket.given" as const],
    [toId, "ticket.received" as const],
  ]);
  const people = inMailboxOrder(await findPeople(tx, [fromId, toId]));
  let sent = 0;
  for (const { userId, email } of people) {
    const kind = kindOf.get(userId);
    if (!kind) continue;
    const written = await insertNotifications(tx, [
      {
        ...{ id: newId("notification"), eventId: `${eventId} ${userId}`, recipient: "customer" as const },
        ...{ userId, kind, params },
      },
    ]);
    if (written.length > 0)
      await mailPeople(tx, kind, [{ userId, to: email, ...transferMailOf(kind, data) }]);
    sent += written.length;
  }
  return sent;
}

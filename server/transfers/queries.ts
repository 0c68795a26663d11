import { z } from "zod";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { hashOf } from "../platform/values/secret.ts";
import { NoInput } from "../platform/values/text.ts";
import { transferUntilOf } from "../terms/queries.ts";
import { OpenTransfer, TransferInput, TransferView } from "./contract.ts";
import { standingOf } from "./policy.ts";
import { findOpenOf, findTransfer, type lockTransfer } from "./store.ts";

export const getTransfer = defineQuery({
  id: "transfers.get-transfer",
  summary: "A ticket that is offered to the person who has the link.",
  allow: signedIn,
  input: TransferInput,
  output: TransferView,
  async run(ctx, { token }) {
    const found = await findTransfer(ctx, hashOf(token));
    if (!found) throw platformErrors.not_found({ what: "transfer" });
    const { transfer, event, eventSession, seat, section, row, label } = found;
    return {
      standing: standingFor(found, ctx.actor.userId),
      ...{ eventId: event.id, eventTitle: event.title, venue: event.venue, startsAt: eventSession.startsAt },
      ...{ seat, section, row, label, expiresAt: transfer.expiresAt },
    };
  },
});

export const openTransfers = defineQuery({
  id: "transfers.open-transfers",
  summary: "The caller's tickets that are offered to others now.",
  allow: signedIn,
  input: NoInput,
  output: z.array(OpenTransfer),
  run: (ctx) => findOpenOf(ctx, ctx.actor.userId),
});

/** What a transfer is to a person now. */
export function standingFor(
  { transfer, ticket, eventSession, now }: NonNullable<Awaited<ReturnType<typeof lockTransfer>>>,
  userId: string,
) {
  const isHeld = ticket.status === "VALID" && ticket.userId === transfer.fromId;
  const until = eventSession.cancelledAt ? null : transferUntilOf(eventSession);
  return standingOf({ ...transfer, isHeld, until }, userId, now);
}

import { z } from "zod";
import type { EventSessionId } from "../catalog/contract.ts";
import { cancellationOf, changesFor } from "../catalog/queries.ts";
import { appleWallet, googleWallet } from "../platform/config/wallets.ts";
import { anyone, signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";
import { NoInput } from "../platform/values/text.ts";
import { transferUntilOf } from "../terms/queries.ts";
import { entryCodesOf } from "../terms/values.ts";
import { Ticket } from "./contract.ts";
import { findTicketsOf, findTicketsOfOrder } from "./store.ts";
import { movingKeyOf, movingSecretOf, ticketKey } from "./tokens.ts";
import { WALLETS, type Wallet } from "./values.ts";

export const myTickets = defineQuery({
  id: "tickets.my-tickets",
  summary: "The caller's tickets with their QR codes.",
  allow: signedIn,
  input: NoInput,
  output: z.array(Ticket),
  async run(ctx) {
    const rows = await findTicketsOf(ctx, ctx.actor.userId);
    const changes = await changesFor(
      ctx,
      rows.map(({ eventSession: { id, eventId }, takenAt }) => ({
        eventId,
        eventSessionId: id,
        since: takenAt,
      })),
    );
    const secrets = await Promise.all(
      rows.map(({ ticket: { id: ticketId, eventSessionId, version, status } }) =>
        status === "VALID" ? movingSecretOf({ ticketId, eventSessionId, version }) : null,
      ),
    );
    const wallets = WALLETS.filter((wallet) => IS_SET_UP[wallet]());
    return rows.map(({ ticket, eventSession, event, refundState, refundClosedAt, ...found }, index) => {
      const { seat, section, row, label, number, count } = found;
      const { id, orderId, status, qr, usedAt, usedWhere, refundedKrw } = ticket;
      const isReceived = found.buyerId !== ctx.actor.userId;
      return {
        ...{ number, count, isReceived },
        transferUntil:
          status === "VALID" && found.delivery === "MOBILE" ? transferUntilOf(eventSession) : null,
        // The money of a ticket that was given away goes to who paid for it.
        refund:
          refundState && !isReceived
            ? { state: refundState, amount: refundedKrw ?? 0, closedAt: refundClosedAt }
            : null,
        movingSecret: secrets[index] ?? null,
        wallets,
        entryCodes: entryCodesOf(eventSession.entryCodes, found.delivery === "PAPER"),
        ...{ id, orderId, status, qr, usedAt, usedWhere, seat, section, row, label },
        eventId: event.id,
        sessionId: eventSession.id,
        eventTitle: event.title,
        venue: event.venue,
        startsAt: eventSession.startsAt,
        doorsMinutesBefore: eventSession.doorsMinutesBefore,
        sessionCancellation: cancellationOf(eventSession),
        cancelDeadlineAt: eventSession.cancelDeadlineAt,
        changes: changes[index] ?? [],
      };
    });
  },
});

const IS_SET_UP = {
  APPLE: () => appleWallet() !== undefined,
  GOOGLE: () => googleWallet() !== undefined,
} as const satisfies Record<Wallet, () => boolean>;

/** The tickets of an order with their seats and prices, by their number. */
export const ticketsOfOrder = async (ctx: AppContext, orderId: Id<"order">) =>
  (await findTicketsOfOrder(ctx, orderId)).map((ticket, index) => ({ ...ticket, number: index + 1 }));

export const getTicketKey = defineQuery({
  id: "tickets.get-ticket-key",
  summary: "The public key (JWK, Ed25519) that doors check tickets with, without the network.",
  allow: anyone,
  input: NoInput,
  output: z.object({ keys: z.array(z.looseObject({ kty: z.string(), alg: z.string() })) }),
  run: async () => ({ keys: await publicKeys() }),
});

const publicKeys = async () => [{ kty: "OKP", alg: "EdDSA", ...(await ticketKey()) }];

/** What the doors of an event session check codes with, without the network. */
export const doorKeysOf = async (eventSessionId: EventSessionId) => ({
  keys: await publicKeys(),
  movingKey: movingKeyOf(eventSessionId),
});

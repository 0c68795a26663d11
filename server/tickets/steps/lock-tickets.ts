import type { EventSessionId } from "../../catalog/contract.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { idEndOf } from "../../platform/values/id-forms.ts";
import type { TicketId } from "../contract.ts";
import { findIdsByEnd, type LockedTicket, lockTickets } from "../store.ts";
import { movingSecretOf, readTicket } from "../tokens.ts";
import { type CodeParts, isProven, partsOf } from "../values.ts";

/** What a code names: a ticket, whose row is locked, or none. */
export type NamedTicket =
  | {
      readonly ticket: LockedTicket;
      /** Null for a short code. */
      readonly parts: CodeParts | null;
    }
  | { readonly ticket: null; readonly isForged: boolean };

/**
 * Finds and locks, until the transaction ends, the tickets of QR codes and of short codes that people type.
 * @param typedAt - the event session in which short codes are looked for; without it there are none
 * @returns by code: no ticket where it was not signed by us, or where no ticket or several have the short code
 */
export async function lockTicketsOfCodes(
  tx: Tx,
  codes: readonly string[],
  typedAt?: EventSessionId,
): Promise<Map<string, NamedTicket>> {
  const ends = new Map(codes.flatMap((code) => [[code, typedAt && idEndOf(code)] as const]));
  const typed = [...ends.values()].flatMap((end) => end ?? []);
  const ids = typedAt && typed.length > 0 ? await findIdsByEnd(tx, typedAt, typed) : [];
  const named = new Map<string, TicketId | null | undefined>();
  for (const [code, end] of ends) named.set(code, end ? onlyIn(ids, end) : await ticketOfQr(partsOf(code)));
  const rows = await lockTickets(
    tx,
    [...named.values()].flatMap((id) => id ?? []),
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    [...named].map(([code, id]) => {
      const ticket = id && rowOf.get(id);
      const parts = ends.get(code) ? null : partsOf(code);
      return [code, ticket ? { ticket, parts } : { ticket: null, isForged: id === undefined }];
    }),
  );
}

function onlyIn(ids: readonly TicketId[], end: string): TicketId | null {
  const [id = null, other] = ids.filter((each) => each.endsWith(end));
  return other ? null : id;
}

/** @returns undefined for a code that was not signed by us, or whose moving part was made up */
async function ticketOfQr({ qr, moving }: CodeParts): Promise<TicketId | undefined> {
  const claims = await readTicket(qr).catch(() => undefined);
  if (!claims || (moving && !(await isProven(moving, await movingSecretOf(claims))))) return undefined;
  return claims.ticketId;
}

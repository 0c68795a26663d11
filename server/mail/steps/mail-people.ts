import { languagesOf } from "../../auth/accounts.store.ts";
import type { WrittenMail } from "../../platform/mail/letter.ts";
import { mailPayload } from "../../platform/mail/mail.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { mailboxOf } from "../../platform/values/text.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import { isDeliverable, mailsBefore } from "../policy.ts";
import { countMails } from "../store.ts";

export interface MailToPerson extends WrittenMail {
  readonly userId: Id<"user">;
  readonly to: string;
  /** What stands for `SECRET_LINK` in it (server/platform/mail/mail.ts). */
  readonly secretLink?: string;
}

/**
 * Writes e-mails of one kind to people, in the caller's transaction. Everything that goes to an address which a person
 * signed up with goes through here: not everyone who signs up owns the address, so no mailbox gets more than so many an
 * hour, for any reason, and each is in the language of its reader, or in both where no one said. A mail that is left out can still be read in the app.
 */
export async function mailPeople(tx: Tx, kind: string, mails: readonly MailToPerson[]): Promise<void> {
  const deliverable = mails.filter(({ to }) => isDeliverable(to));
  const languages = await languagesOf(tx, [...new Set(deliverable.map(({ userId }) => userId))]);
  for (const round of roundsOf(deliverable)) {
    const allowed = await countMails(tx, [...round.keys()], mailsBefore(kind));
    writeTransmissions(
      tx,
      [...round]
        .filter(([mailbox]) => allowed.has(mailbox))
        .map(([, { userId: aggregateId, to, secretLink, ...mail }]) => ({
          ...{ destination: "email", type: "Email", aggregateId },
          payload: mailPayload(to, mail, { secretLink, language: languages.get(aggregateId) ?? undefined }),
        })),
    );
  }
}

/** Sorts people so that mails to them, written over several statements, lock the mailboxes in one order. */
export const inMailboxOrder = <P extends { readonly email: string }>(people: readonly P[]): P[] =>
  people
    .map((person) => ({ person, mailbox: mailboxOf(person.email) }))
    .sort((one, other) => (one.mailbox < other.mailbox ? -1 : 1))
    .map(({ person }) => person);

/** A mailbox once a round: one statement counts no row twice. */
function roundsOf(mails: readonly MailToPerson[]): Map<string, MailToPerson>[] {
  const rounds: Map<string, MailToPerson>[] = [];
  for (const mail of mails) {
    const mailbox = mailboxOf(mail.to);
    const free = rounds.find((round) => !round.has(mailbox));
    if (free) free.set(mailbox, mail);
    else rounds.push(new Map([[mailbox, mail]]));
  }
  return rounds;
}

import { type MailToPerson, mailPeople } from "../../mail/steps/mail-people.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { PushMessage } from "../../push/contract.ts";
import { pushToPeople } from "../../push/steps/push-to-people.ts";
import { findChoicesAbout } from "../choices.store.ts";
import { ALWAYS_MAILED, type Notice } from "../values.ts";

interface Reaching {
  /** The sort of news, for which each person chooses how to be told. */
  readonly notice: Notice;
  /** Which e-mail it is, for the limits of mailboxes. */
  readonly kind: string;
  readonly userIds: readonly MailToPerson["userId"][];
  readonly mails: readonly MailToPerson[];
  readonly push: PushMessage | undefined;
}

/** Tells people beside the app, in the caller's transaction, as each of them chose: by e-mail and on their browsers. */
export async function reachPeople(tx: Tx, { notice, kind, userIds, mails, push }: Reaching): Promise<void> {
  const choices = await findChoicesAbout(tx, notice, userIds);
  const isMailed = ALWAYS_MAILED.includes(notice)
    ? () => true
    : (userId: string) => choices.get(userId)?.byEmail ?? true;
  await mailPeople(
    tx,
    kind,
    mails.filter(({ userId }) => isMailed(userId)),
  );
  if (push)
    await pushToPeople(
      tx,
      userIds.filter((userId) => choices.get(userId)?.byPush ?? true),
      push,
    );
}

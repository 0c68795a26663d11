/** The most e-mails to one mailbox in an hour. */
const MAILS_PER_HOUR_MAX = 20;
/** How many of them may be about a beginning, because the news of an outcome matters more. */
const BEGINNINGS_PER_HOUR_MAX = 5;

/**
 * The most that a counter can hold. An e-mail that only an operator causes, or that goes to those whom an operator made a
 * department's members, is always sent.
 */
const ALWAYS = 2_147_483_647;

/**
 * E-mails about the account itself get through where a mailbox is flooded with others, because they tell of a thief. Those
 * that a stranger can cause are bounded where they are asked for.
 */
const SECURITY = "security.";
const SECURITY_MAILS_PER_HOUR_MAX = 20;

const UNBOUNDED: readonly string[] = ["account.released", "order.resent", "department.told"];

/** An e-mail of this kind is sent if fewer than this many went to the mailbox within the hour. */
export function mailsBefore(kind: string): number {
  if (kind.startsWith(SECURITY)) return MAILS_PER_HOUR_MAX + SECURITY_MAILS_PER_HOUR_MAX;
  if (kind === "order.processing") return BEGINNINGS_PER_HOUR_MAX;
  return UNBOUNDED.includes(kind) ? ALWAYS : MAILS_PER_HOUR_MAX;
}

/** Whether mail can arrive at an address: a domain below .invalid belongs to no one, and erased accounts have one. */
export const isDeliverable = (address: string): boolean => !address.endsWith(".invalid");

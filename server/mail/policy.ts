/** The most e-mails to one mailbox in an hour. */
const MAILS_PER_HOUR_MAX = 20;
/** How many of them may be about a beginning, because the news of an outcome matters more. */
const BEGINNINGS_PER_HOUR_MAX = 5;

/**
 * The most that a counter can hold. An e-mail that only an operator causes, or that goes to those whom an operator made a
 * department's members, is always sent.
 */
const ALWAYS = 2_147_483_647;

const UNBOUNDED: readonly string[] = ["account.released", "order.resent", "department.told"];

/** An e-mail of this kind is sent if fewer than this many went to the mailbox within the hour. */
export function mailsBefore(kind: string): number {
  if (kind === "order.processing") return BEGINNINGS_PER_HOUR_MAX;
  return UNBOUNDED.includes(kind) ? ALWAYS : MAILS_PER_HOUR_MAX;
}

/** The mailbox of an address, without letter case and without the part after a plus. */
export function mailboxOf(address: string): string {
  const [name = "", domain = ""] = address.toLowerCase().split("@");
  return `${name.split("+", 1)[0] || name}@${domain}`;
}

/** Whether mail can arrive at an address: a domain below .invalid belongs to no one, and erased accounts have one. */
export const isDeliverable = (address: string): boolean => !address.endsWith(".invalid");

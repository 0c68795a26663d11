/** The most mails of one hour to one mailbox, about anything. */
const MAILS_PER_HOUR_MAX = 20;
/** How many of them may tell of something begun: what became of it is worth more. */
const BEGINNINGS_PER_HOUR_MAX = 5;

/** As many as a counter can hold: what only an operator's own act makes is counted, and never left out. */
const ALWAYS = 2_147_483_647;

/** How many mails may have gone to a mailbox within the hour for one of this kind to go too. */
export function mailsBefore(kind: string): number {
  if (kind === "order.processing") return BEGINNINGS_PER_HOUR_MAX;
  return kind === "account.released" || kind === "order.resent" ? ALWAYS : MAILS_PER_HOUR_MAX;
}

/** Whose mailbox an address is: the same one regardless of its letters' case and whatever stands behind a plus. */
export function mailboxOf(address: string): string {
  const [name = "", domain = ""] = address.toLowerCase().split("@");
  return `${name.split("+", 1)[0] || name}@${domain}`;
}

/** After how many days the job `retention.purge` ends what is not kept for good. */
export const RETENTION_DAYS = {
  /** Contents of messages after they were sent, and the answers to them. */
  transmissionContents: 90,
  /** What came to a phone line or inbox of the shop; that it came stays. */
  integrationTexts: 90,
  /** Where paper tickets went, after the parcel's or the unpaid order's end. */
  deliveryAddresses: 90,
  /** What people and departments were told in the app. */
  notifications: 365,
  /** How the health of the shop changed. */
  healthChanges: 365,
  /** Links that were mailed to people, after their end: so long a page can say what became of one. */
  accountLinks: 30,
  /** Names on guest lists, after the start of their event session. */
  guestNames: 30,
  /** How much mail a mailbox got; what is older than its hour counts no more. */
  mailBudgets: 1,
} as const;

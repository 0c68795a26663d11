/** The sorts of news for which a person chooses how to be told. */
export const NOTICES = ["opening", "turn", "waitlist", "change", "reminder"] as const;
export type Notice = (typeof NOTICES)[number];

/** What is always mailed: it is about money that was paid, and about what was bought. */
export const ALWAYS_MAILED: readonly Notice[] = ["change"];

/** What is never mailed: it would be read too late. */
export const NEVER_MAILED: readonly Notice[] = ["turn"];

/** Whether a person may choose to be told so of one sort of news. */
export const mayChoose = ({
  notice,
  byEmail,
}: {
  readonly notice: Notice;
  readonly byEmail: boolean;
}): boolean => byEmail || !ALWAYS_MAILED.includes(notice);

/** So long before sales open those who asked are told of it. */
export const OPENING_MINUTES = 10;

/** How many openings one person can ask to be told of at a time. */
export const OPENING_WISHES_MAX = 50;

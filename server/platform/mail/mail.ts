import { z } from "zod";
import { seal, unseal } from "../values/seal.ts";
import { calendarFileOf } from "./calendar.ts";
import { htmlOf, htmlOfText } from "./layout.ts";
import { inLanguage, Language, Letter, type WrittenMail } from "./letter.ts";

/** Stands in a mail for the link that only its reader may have. */
export const SECRET_LINK = "https://link.invalid/";

const purposeOf = (to: string) => `link of the mail to ${to}`;

interface Sending {
  /** What stands for {@link SECRET_LINK}: it is sealed, because operators read the outbox. */
  readonly secretLink?: string | undefined;
  /** The language of its reader; both where it is left out. */
  readonly language?: Language | undefined;
}

/** A mail as the outbox keeps it. */
export function mailPayload(
  to: string,
  mail: WrittenMail,
  { secretLink, language }: Sending = {},
): Record<string, unknown> {
  const { subject, text, letter } = language ? inLanguage(mail, language) : mail;
  return {
    ...{ to, subject, text },
    ...(letter && { letter, language }),
    ...(secretLink !== undefined && { sealedLink: seal(secretLink, purposeOf(to)) }),
  };
}

/** The HTML part is not kept, but made of the letter whenever the mail is sent or shown. */
const MailPayload = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  letter: Letter.optional(),
  language: Language.optional(),
  sealedLink: z.string().optional(),
});

/** A mail as its reader gets it. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The text of the calendar file that goes with it. */
  readonly calendar: string | undefined;
}

/** Reads a mail out of the outbox's payload. Throws where it is none, or its link was sealed for another. */
export async function readMail(payload: string): Promise<Mail> {
  const { to, subject, text, letter, language, sealedLink } = MailPayload.parse(JSON.parse(payload));
  const link = sealedLink === undefined ? SECRET_LINK : unseal(sealedLink, purposeOf(to));
  const opened = (part: string) => part.replaceAll(SECRET_LINK, link);
  const html = await (letter ? htmlOf(subject, letter, language) : htmlOfText(subject, text));
  const calendar = letter?.calendar && calendarFileOf(letter.calendar);
  return { to, subject, text: opened(text), html: opened(html), calendar };
}

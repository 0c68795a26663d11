import { z } from "zod";

export const Language = z.enum(["ko", "en"]);
export type Language = z.output<typeof Language>;

/** What a mail says in one language. */
const Passage = z.object({
  title: z.string(),
  paragraphs: z.array(z.string()).default([]),
  /** What the reader looks up: order number, seats, amount. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
  /** The one next step. */
  action: z.object({ label: z.string(), url: z.string() }).optional(),
  /** What comes after the button, in small letters. */
  note: z.string().optional(),
});
export type Passage = z.input<typeof Passage>;

/** An appointment that the reader can put into a calendar. */
const Appointment = z.object({
  /** Names it for good: the calendar replaces what it has under the same name. */
  uid: z.string(),
  title: z.string(),
  place: z.string(),
  /** ISO 8601. */
  startsAt: z.string(),
  /** How long it takes, where that is known. */
  minutes: z.int().optional(),
  url: z.string(),
});
export type Appointment = z.output<typeof Appointment>;

/** A mail in Korean and in English: of some readers it is not known which language they prefer. */
export const Letter = z.object({ ko: Passage, en: Passage, calendar: Appointment.optional() });
export type Letter = z.input<typeof Letter>;

/** What a sender of mails writes: the text part is for readers without HTML, and for the operators' list. */
export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  /** Where it is missing, the HTML part shows the text. */
  readonly letter?: Letter;
}

/** A mail of the house: `subject` is shown as `[선착] subject`. */
export const letterMail = (subject: string, letter: Letter): WrittenMail => ({
  subject: `[선착] ${subject}`,
  text: `${textOf(letter.ko)}\n\n— English —\n\n${textOf(letter.en)}\n`,
  letter,
});

/** A mail for who reads this language; one that is text alone stays as it is. */
export const inLanguage = (mail: WrittenMail, language: Language): WrittenMail =>
  mail.letter
    ? {
        ...mail,
        subject: language === "ko" ? mail.subject : `[Seonchak] ${mail.letter.en.title}`,
        text: `${textOf(mail.letter[language])}\n`,
      }
    : mail;

function textOf({ title, paragraphs = [], facts = [], action, note }: Passage): string {
  const blocks = [
    title,
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join("\n"),
    action ? `${action.label}\n${action.url}` : "",
    note ?? "",
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

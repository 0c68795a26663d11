import { and, desc, eq, ne } from "drizzle-orm";
import { transmissions } from "#db/schema/transmissions.ts";
import { type Mail, readMail } from "../platform/mail/mail.ts";
import { createContext } from "../platform/operation/context.ts";

/** The mails to an address, the newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const rows = await createContext()
    .db.select()
    .from(transmissions)
    .where(and(eq(transmissions.destination, "email"), ne(transmissions.payload, "")))
    .orderBy(desc(transmissions.seq));
  const mails = await Promise.all(rows.map(({ payload }) => readMail(payload)));
  return mails.filter(({ to }) => to === address);
}

/** What the newest link carries that was mailed to an address with this in its subject. */
export async function linkTo(address: string, subject: string): Promise<string> {
  const mail = (await mailsTo(address)).find((each) => each.subject.includes(subject));
  const token = /\/account-link#(\S+)/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error(`no link to ${address}: ${subject}`);
  return token;
}

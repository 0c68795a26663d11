import { createTransport } from "nodemailer";
import { env } from "../../platform/config/env.ts";
import { readMail } from "../../platform/mail/mail.ts";
import type { Delivered, Destination } from "../gateway.ts";

const TIMEOUT_MS = 10_000;
const FROM = "Seonchak <no-reply@seonchak.example>";

/**
 * E-mail over SMTP. Without a server no mail is sent: the sandbox's mailbox shows the transmission itself.
 * @param url - `smtp://user:password@host:port`, or undefined for none
 */
export const emailDestination = (url: () => string | undefined, timeoutMs = TIMEOUT_MS): Destination => ({
  async deliver({ id, body }, signal): Promise<Delivered> {
    const server = url();
    const { calendar, ...parts } = await readMail(body);
    if (server === undefined) return { outcome: "sent", response: "kept in the sandbox's mailbox" };
    const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
    const transport = createTransport({ url: server, ...timeouts });
    const over = AbortSignal.any([AbortSignal.timeout(timeoutMs), signal]);
    try {
      // The message id shows a mail server, or a person, that a second mail is a duplicate.
      const mail = { from: FROM, ...parts, ...attached(calendar), messageId: `<${id}@seonchak>` };
      const { response } = await Promise.race([transport.sendMail(mail), endOf(over)]);
      return { outcome: "sent", response };
    } catch (error) {
      return failureOf(error, over.aborted && !signal.aborted);
    } finally {
      transport.close();
    }
  },
});

export const email = emailDestination(() => env.SMTP_URL);

/** Of method PUBLISH, so that it is offered as an appointment and asks for no answer. */
const attached = (calendar: string | undefined) =>
  calendar === undefined
    ? {}
    : { icalEvent: { method: "PUBLISH" as const, filename: "seonchak.ics", content: calendar } };

const endOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });

/** A 5xx reply is permanent, a 4xx one temporary. */
function failureOf(error: unknown, isLate: boolean): Delivered {
  if (isLate) return { outcome: "timeout", error: "no end within the time" };
  const { message, responseCode, response } = error as Error & { responseCode?: number; response?: string };
  if (responseCode === undefined) return { outcome: "network", error: message };
  return {
    outcome: responseCode >= 500 ? "permanent" : "status",
    status: responseCode,
    error: message,
    response,
  };
}

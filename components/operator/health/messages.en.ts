import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const health: Translated<typeof ko.health> = {
  title: "Health",
  lead: "What works and what does not, what it means for buyers, and what to do.",
  now: "Now",
  latency: "answered in {ms, number} ms",
  buyers: "For buyers",
  todo: "What to do",
  silent: {
    title: "The app does not answer",
    body: "We asked how it is and got no answer. Either the app is down or this browser is offline. Booking may be down as well. Check on the server that the app is running. This page updates as soon as it answers.",
  },
  stale: "This is the last state that we received. It may have changed since.",
  recorded: "Recorded state",
  recordedLead:
    "Short glitches are not recorded. A part is recorded as worse on the second look, and as better after about 90 seconds.",
  since: "since {at}",
  recovering: "It looks well now. If that lasts, it is recorded as healthy soon.",
  notWatched: {
    title: "Health is not being watched",
    body: "The last look was {at}. Nothing that changed since is recorded. Check that the app's processes are running.",
  },
  noRecord: "Nothing has been looked at yet. Recording begins about 30 seconds after the app starts.",
  unread: "The record could not be read. That does not mean that there is none.",
  changes: "Changes",
  noChanges: { title: "No changes", body: "Everything has been well for as long as it has been watched." },
  change: "{name}: {from} → {to}",
  names: {
    overall: "The whole service",
    postgres: "Database (Postgres)",
    redis: "Queues and logins (Redis)",
    jobServer: "Job runner",
    jobRegistration: "Job registration",
    jobs: "Background jobs",
    external: "Outside systems",
  },
  impact: {
    postgres:
      "Nobody can see events, book, pay or cancel. Tickets that were bought stay valid, and unfinished payments are checked once it is back.",
    redis:
      "Everyone who is logged in gets a 503, and nobody can join a queue. If it was emptied, people log in and queue again. Holds and payments are not lost.",
    jobServer: "Booking works. E-mails, refunds, notifications and order deliveries are late.",
    jobRegistration: "Booking works. E-mails, refunds, notifications and order deliveries are late.",
    jobs: "Booking works. What the failing job does is late. Ended holds are freed by the next booking.",
    external:
      "Booking works. E-mails, refunds or order deliveries to the paused system are late. None is lost.",
  },
  action: {
    postgres:
      "Check that the database server runs, that its disk is not full, and that DATABASE_URL is right. If it is only slow, look at connections and long queries.",
    redis:
      "Check that Redis runs, that its memory is not full, and that REDIS_URL is right. The app reconnects by itself.",
    jobServer:
      "With Inngest, check the server and INNGEST_BASE_URL. Without it, search the log for job-runner.",
    jobRegistration: "Check that the app and the Inngest server have the same INNGEST_SIGNING_KEY.",
    jobs: "The alerts say which job it is. Use the trace there to find it in the log.",
    external: "The transmissions page says which destination is paused and why. Resend once it is back.",
  },
};
